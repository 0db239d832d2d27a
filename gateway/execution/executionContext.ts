import type { CallSignal } from '../link/callEnd';
import type { SubgraphCall } from '../link/subgraphLink';
import type { ResponseExtensions } from './call/responseExtensions';

/** One request while it is executed: its caller, and the extensions of the subgraphs' answers. */
export interface ExecutionContext extends SubgraphCall {
  /** Aborted when the client has gone, or the request has cost more than it may. */
  readonly signal: CallSignal;
  /** The extensions of the answers beside their data. */
  readonly extensions: ResponseExtensions;
  /** Called for each subgraph call that is begun. */
  beginCall(): void;
  /** Called for each subgraph call that was answered: its text, and the data of the answer. */
  spend(query: string, data: object): void;
}
