import type { Model } from 'mongoose';
import { standing } from '../projection/projectionFields.record';
import type { RetentionHoldRecord } from './retentionHold.record';

/** The only place that reads retention holds. A tenant asks with the ids of accounts that it may see. */
export interface RetentionHoldStore {
  byIds(ids: readonly string[]): Promise<RetentionHoldRecord[]>;
  /** Also those that were lifted. */
  byAccounts(accountIds: readonly string[]): Promise<RetentionHoldRecord[]>;
}

export function retentionHoldStore(holds: Model<RetentionHoldRecord>): RetentionHoldStore {
  return {
    byIds: (ids) => holds.find({ _id: { $in: [...ids] }, ...standing }).lean<RetentionHoldRecord[]>(),
    byAccounts: (accountIds) =>
      holds.find({ accountIds: { $in: [...accountIds] }, ...standing }).lean<RetentionHoldRecord[]>(),
  };
}
