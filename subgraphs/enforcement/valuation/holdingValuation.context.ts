import type DataLoader from 'dataloader';
import { loadMany } from '../../../shared/batch/loaders';
import type { Tenant } from '../rows/tenancy';
import type { HoldingValuationRecord } from './holdingValuation.record';
import type { HoldingValuationStore } from './holdingValuation.store';

/** The part of the context that the resolvers of valuations use. */
export interface HasHoldingValuations {
  readonly stores: {
    readonly holdingValuations: HoldingValuationStore;
  };
  readonly valuationsByAccount: DataLoader<string, readonly HoldingValuationRecord[]>;
}

export const holdingValuationLoaders = (
  { holdingValuations }: HasHoldingValuations['stores'],
  tenant: Tenant,
): Omit<HasHoldingValuations, 'stores'> => ({
  valuationsByAccount: loadMany(
    (ids) => holdingValuations.byAccounts(tenant, ids),
    ({ accountId }) => [accountId],
  ),
});
