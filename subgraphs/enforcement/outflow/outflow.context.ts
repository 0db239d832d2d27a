import type DataLoader from 'dataloader';
import { loadMany } from '../../../shared/batch/loaders';
import type { Tenant } from '../rows/tenancy';
import type { OutflowRecord } from './outflow.record';
import type { OutflowStore } from './outflow.store';

/** The part of the context that reads the outflows of accounts. */
export interface HasOutflows {
  readonly stores: {
    readonly outflows: OutflowStore;
  };
  readonly outflowsByAccount: DataLoader<string, readonly OutflowRecord[]>;
}

export const outflowLoaders = (
  { outflows }: HasOutflows['stores'],
  tenant: Tenant,
): Omit<HasOutflows, 'stores'> => ({
  outflowsByAccount: loadMany(
    (ids) => outflows.byAccounts(tenant, ids),
    ({ accountId }) => [accountId],
  ),
});
