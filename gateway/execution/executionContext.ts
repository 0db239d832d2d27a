import type { Identity } from '../../shared/identity/identity';
import type { ResponseExtensions } from './call/responseExtensions';

/** One request while it is executed: who asks, and what the subgraphs' answers say of themselves. */
export interface ExecutionContext {
  readonly caller: Identity;
  /** Aborted when the client has gone or the request's time is over. */
  readonly signal: AbortSignal;
  /** What the answers said of themselves beside their data. */
  readonly extensions: ResponseExtensions;
}
