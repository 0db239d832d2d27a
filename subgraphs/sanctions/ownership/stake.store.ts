import type { Model } from 'mongoose';
import type { StakeRecord } from './stake.record';

/** The only place that reads stakes. */
export interface StakeStore {
  /** Who owns these directly. */
  inOwned(ownedIds: readonly string[]): Promise<StakeRecord[]>;
}

export function stakeStore(stakes: Model<StakeRecord>): StakeStore {
  return {
    inOwned: (ownedIds) =>
      stakes
        .find({ ownedId: { $in: [...ownedIds] } })
        .sort({ ownedId: 1, _id: 1 })
        .lean<StakeRecord[]>(),
  };
}
