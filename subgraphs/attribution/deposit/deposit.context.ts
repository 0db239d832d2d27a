import type DataLoader from 'dataloader';
import { loadMany, type RowsLoader } from '../../../shared/batch/loaders';
import type { Tenant } from '../vocabulary/tenant';
import type { DepositStore } from './deposit.store';
import type { Registration } from './registration.rules';

/** The registrations of the caller's tenant, or of all venues; ended ones too. */
export interface HasDeposits {
  readonly depositsByMatchKey: RowsLoader<string, Registration>;
  readonly depositsByAccount: DataLoader<string, readonly Registration[]>;
}

/** The store of deposit wallets. */
export interface HasDepositStore {
  readonly stores: { readonly deposits: DepositStore };
}

export const loadDeposits = (deposits: DepositStore, tenant: Tenant): HasDeposits => ({
  depositsByMatchKey: loadMany(
    (keys: readonly string[]) => deposits.byMatchKeys(keys, tenant),
    ({ matchKey }) => [matchKey],
  ),
  depositsByAccount: loadMany(
    (accountIds: readonly string[]) => deposits.byAccounts(accountIds, tenant),
    ({ accountId }) => [accountId],
  ),
});
