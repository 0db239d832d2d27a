import type { DesignationRecord } from './designation.record';

/** The part of the context that the resolvers of designations use. */
export interface HasDesignations {
  /** The designations of an actor, by lists and cases. Throws LIST_STALE. */
  designationsOf(actorId: string): readonly DesignationRecord[];
  /** The designations that list or listed a wallet, by its match key. Throws LIST_STALE. */
  designationsOfWallet(matchKey: string): readonly DesignationRecord[];
  /** Today, YYYY-MM-DD in UTC. */
  readonly today: string;
}
