import type DataLoader from 'dataloader';
import { loadOne } from '../../../shared/batch/loaders';
import type { Tenant } from '../rows/tenancy';
import type { AccountRecord } from './account.record';
import type { AccountStore } from './account.store';
import type { AccountStatusStore } from './accountsByStatus';

/** The part of the context that the resolvers of accounts use. */
export interface HasAccounts {
  readonly stores: {
    readonly accounts: AccountStore;
  };
  readonly accountById: DataLoader<string, AccountRecord | null>;
}

export const accountLoaders = (
  { accounts }: HasAccounts['stores'],
  tenant: Tenant,
): Omit<HasAccounts, 'stores'> => ({
  accountById: loadOne(
    (ids) => accounts.byIds(tenant, ids),
    (account) => account._id,
  ),
});

/** The part of the context that finds accounts by their status. */
export interface HasAccountStatuses {
  readonly stores: { readonly accountStatuses: AccountStatusStore };
}
