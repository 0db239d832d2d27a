import type DataLoader from 'dataloader';
import { loadMany } from '../../../shared/batch/loaders';
import type { RetentionHoldRecord } from './retentionHold.record';
import type { RetentionHoldStore } from './retentionHold.store';

/** The part of the context that the resolvers of retention use. */
export interface HasRetentionHolds {
  readonly stores: {
    readonly retentionHolds: RetentionHoldStore;
  };
  /** Also those that were lifted. */
  readonly retentionHoldsByAccount: DataLoader<string, readonly RetentionHoldRecord[]>;
}

export const retentionHoldLoaders = ({
  retentionHolds,
}: HasRetentionHolds['stores']): Omit<HasRetentionHolds, 'stores'> => ({
  retentionHoldsByAccount: loadMany(retentionHolds.byAccounts, ({ accountIds }) => accountIds),
});
