import type { SubgraphCall } from '../link/subgraphLink';
import type { ResponseExtensions } from './call/responseExtensions';

/** One request while it is executed: who asks, and what the subgraphs' answers say of themselves. */
export interface ExecutionContext extends SubgraphCall {
  /** Aborted when the client has gone, or the request has cost more than it may. */
  readonly signal: AbortSignal;
  /** What the answers said of themselves beside their data. */
  readonly extensions: ResponseExtensions;
  /** Is told of each subgraph call that is begun. */
  beginCall(): void;
  /** Is told of each subgraph call that was answered: its text, and the data of the answer. */
  spend(query: string, data: object): void;
}
