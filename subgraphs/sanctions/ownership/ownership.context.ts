import type { StakeRecord } from './stake.record';

/** What the resolvers of ownership need of a request. */
export interface HasStakes {
  /** The shares of an actor that lists and cases say others own, at any time. Throws LIST_STALE. */
  stakesIn(ownedId: string): readonly StakeRecord[];
}
