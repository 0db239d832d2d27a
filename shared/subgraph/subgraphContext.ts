import type { Identity } from '../identity/identity';

/** The part of a request's context that every subgraph has. */
export interface SubgraphContext {
  readonly caller: Identity;
  /** Aborted when the client no longer waits for the answer; omitted: never. */
  readonly signal?: AbortSignal;
}
