import type { Model } from 'mongoose';
import { type Tenant, ofTenant } from '../tenancy';
import type { MeasureRecord } from './measure.record';
import { type AccountStatus, type MeasureKind, measureKinds, statusUnder } from './measureKinds';

/** The only place that reads measures. The tenant is part of every query. */
export interface MeasureStore {
  /** All of these accounts, also ended ones, sorted by account and beginning. */
  byAccounts(tenant: Tenant, accountIds: readonly string[]): Promise<MeasureRecord[]>;
  /** The accounts with any measure in force at an instant. */
  accountsUnderAny(tenant: Tenant, at: Date): Promise<string[]>;
  /** The accounts whose strongest measure in force at an instant gives this status. Not for OPEN. */
  accountsOfStatus(tenant: Tenant, status: Exclude<AccountStatus, 'OPEN'>, at: Date): Promise<string[]>;
}

const inForce = (at: Date) => ({ from: { $lte: at }, $or: [{ to: null }, { to: { $gt: at } }] });

/**
 * The questions about status are answered from the indexes over measures in force, never from a stored status. Their
 * cost is the measures in force of the kinds asked about (two reads, and the ids of those accounts in memory), whatever
 * the number of accounts; good to a few hundred thousand accounts under measures, where an id list nears the 16 MiB
 * that MongoDB allows an answer.
 */
export function measureStore(measures: Model<MeasureRecord>): MeasureStore {
  const accountsUnder = (tenant: Tenant, kinds: readonly MeasureKind[], at: Date): Promise<string[]> =>
    measures.distinct('accountId', { ...ofTenant(tenant), kind: { $in: [...kinds] }, ...inForce(at) });
  return {
    byAccounts: (tenant, accountIds) =>
      measures
        .find({ accountId: { $in: [...accountIds] }, ...ofTenant(tenant) })
        .sort({ accountId: 1, from: 1, _id: 1 })
        .lean<MeasureRecord[]>(),
    accountsUnderAny: (tenant, at) => accountsUnder(tenant, measureKinds, at),
    async accountsOfStatus(tenant, status, at) {
      const rank = measureKinds.findIndex((kind) => statusUnder[kind] === status);
      const [under, underStronger] = await Promise.all([
        accountsUnder(tenant, measureKinds.slice(rank, rank + 1), at),
        accountsUnder(tenant, measureKinds.slice(rank + 1), at),
      ]);
      const stronger = new Set(underStronger);
      return under.filter((id) => !stronger.has(id));
    },
  };
}
