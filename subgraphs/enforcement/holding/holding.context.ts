import type DataLoader from 'dataloader';
import { loadMany } from '../../../shared/batch/loaders';
import type { Tenant } from '../rows/tenancy';
import type { HoldingRecord } from './holding.record';
import type { HoldingStore } from './holding.store';

/** The part of the context that the resolvers of holdings use. */
export interface HasHoldings {
  readonly stores: {
    readonly holdings: HoldingStore;
  };
  readonly holdingsByAccount: DataLoader<string, readonly HoldingRecord[]>;
}

export const holdingLoaders = (
  { holdings }: HasHoldings['stores'],
  tenant: Tenant,
): Omit<HasHoldings, 'stores'> => ({
  holdingsByAccount: loadMany(
    (ids) => holdings.byAccounts(tenant, ids),
    ({ accountId }) => [accountId],
  ),
});
