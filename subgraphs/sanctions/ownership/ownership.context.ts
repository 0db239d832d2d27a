import type { StakeRecord } from './stake.record';

/** The part of the context that the resolvers of ownership use. */
export interface HasStakes {
  /** The shares of an actor that lists and cases say others own, at any time. Throws LIST_STALE. */
  stakesIn(ownedId: string): readonly StakeRecord[];
}
