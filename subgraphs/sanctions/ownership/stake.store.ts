import type { Model } from 'mongoose';
import type { StakeRecord } from './stake.record';

/** The only place that reads the stakes of cases. Those of lists are in memory. */
export interface StakeStore {
  /** Sorted by id. */
  all(): Promise<StakeRecord[]>;
}

export function stakeStore(stakes: Model<StakeRecord>): StakeStore {
  return { all: () => stakes.find().sort({ _id: 1 }).lean<StakeRecord[]>() };
}
