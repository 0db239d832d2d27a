import type { Model } from 'mongoose';
import type { DepositRecord } from './deposit.record';

/** A venue that a caller is confined to, or null for one who may see all. */
export type Tenant = string | null;

const within = (tenant: Tenant) => (tenant === null ? {} : { venueId: tenant });

/** The only place that reads deposits. Whatever names an account is confined to the tenant. */
export interface DepositStore {
  byMatchKeys(matchKeys: readonly string[], tenant: Tenant): Promise<DepositRecord[]>;
  byAccounts(accountIds: readonly string[], tenant: Tenant): Promise<DepositRecord[]>;
  /** Those of the keys that are some venue's deposit wallet: it ends a trace, whoever asks. It names no account. */
  custodialKeys(matchKeys: readonly string[]): Promise<string[]>;
}

export function depositStore(deposits: Model<DepositRecord>): DepositStore {
  return {
    byMatchKeys: (matchKeys, tenant) =>
      deposits
        .find({ matchKey: { $in: [...matchKeys] }, ...within(tenant) })
        .sort({ _id: 1 })
        .lean<DepositRecord[]>(),
    byAccounts: (accountIds, tenant) =>
      deposits
        .find({ accountId: { $in: [...accountIds] }, ...within(tenant) })
        .sort({ _id: 1 })
        .lean<DepositRecord[]>(),
    custodialKeys: (matchKeys) => deposits.distinct('matchKey', { matchKey: { $in: [...matchKeys] } }),
  };
}
