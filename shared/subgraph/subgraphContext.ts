import type { Identity } from '../identity/identity';

/** The part of a request's context that every subgraph has. */
export interface SubgraphContext {
  readonly caller: Identity;
  /** Aborted when nobody waits for the answer any more; left out: somebody does. */
  readonly signal?: AbortSignal;
}
