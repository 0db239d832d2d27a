import type { Model } from 'mongoose';
import { storeDeposits } from '../import/storeDeposits.store';
import { sortedById } from '../sortedById';
import type { DepositRecord } from './deposit.record';

/** A venue that a caller is confined to, or null for one who may see all. */
export type Tenant = string | null;

const within = (tenant: Tenant) => (tenant === null ? {} : { venueId: tenant });

/** The only place that queries deposits. Whatever names an account is confined to the tenant. */
export interface DepositStore {
  byMatchKeys(matchKeys: readonly string[], tenant: Tenant): Promise<DepositRecord[]>;
  byAccounts(accountIds: readonly string[], tenant: Tenant): Promise<DepositRecord[]>;
  /** Those of the accounts that have a wallet here already, and whether they are made up. */
  knownAccounts(accountIds: readonly string[], tenant: Tenant): Promise<ReadonlyMap<string, boolean>>;
  /** Stores what is not there, and answers the ids of what was not. */
  add(rows: readonly DepositRecord[]): Promise<Set<string>>;
}

export function depositStore(deposits: Model<DepositRecord>): DepositStore {
  return {
    byMatchKeys: async (matchKeys, tenant) =>
      sortedById(
        await deposits.find({ matchKey: { $in: [...matchKeys] }, ...within(tenant) }).lean<DepositRecord[]>(),
      ),
    byAccounts: (accountIds, tenant) =>
      deposits
        .find({ accountId: { $in: [...accountIds] }, ...within(tenant) })
        .sort({ _id: 1 })
        .lean<DepositRecord[]>(),
    async knownAccounts(accountIds, tenant) {
      const found = await deposits
        .aggregate<{ _id: string; illustrative: boolean }>([
          { $match: { accountId: { $in: [...accountIds] }, ...within(tenant) } },
          { $group: { _id: '$accountId', illustrative: { $max: '$illustrative' } } },
        ])
        .exec();
      return new Map(found.map(({ _id, illustrative }) => [_id, illustrative]));
    },
    async add(rows) {
      const { stored } = await storeDeposits(deposits, rows);
      return new Set(stored.flatMap((place) => rows[place]?._id ?? []));
    },
  };
}
