import type { SubgraphCall } from '../link/subgraphLink';
import type { ResponseExtensions } from './call/responseExtensions';

/** One request while it is executed: who asks, and what the subgraphs' answers say of themselves. */
export interface ExecutionContext extends SubgraphCall {
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  /** What the answers said of themselves beside their data. */
  readonly extensions: ResponseExtensions;
}
