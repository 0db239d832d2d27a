import type { Model } from 'mongoose';
import { type Tenant, ofTenant } from '../tenancy';
import { standing } from '../view/viewFields.record';
import type { MeasureRecord } from './measure.record';
import { type AccountStatus, type MeasureKind, measureKinds, statusUnder } from './measureKinds';

/** The only place that reads measures. The tenant is part of every query. */
export interface MeasureStore {
  /**
   * All of these accounts, also ended and retracted ones, sorted by account and beginning: what is known of them, or was
   * at some time, says known.rules.ts.
   */
  byAccounts(tenant: Tenant, accountIds: readonly string[]): Promise<MeasureRecord[]>;
  byIds(tenant: Tenant, ids: readonly string[]): Promise<MeasureRecord[]>;
  /** The blocks that are ours, and our emergency freezes, also ended ones: what obligations are derived from. */
  obliging(tenant: Tenant): Promise<MeasureRecord[]>;
  /** Those that rest on a process. */
  byProcess(processId: string): Promise<MeasureRecord[]>;
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
    measures.distinct('accountId', {
      ...standing,
      ...ofTenant(tenant),
      kind: { $in: [...kinds] },
      ...inForce(at),
    });
  return {
    byAccounts: (tenant, accountIds) =>
      measures
        .find({ accountId: { $in: [...accountIds] }, ...ofTenant(tenant) })
        .sort({ accountId: 1, from: 1, _id: 1 })
        .lean<MeasureRecord[]>(),
    byIds: (tenant, ids) =>
      measures.find({ _id: { $in: [...ids] }, ...standing, ...ofTenant(tenant) }).lean<MeasureRecord[]>(),
    obliging: (tenant) =>
      measures
        .find({
          ...standing,
          ...ofTenant(tenant),
          observed: false,
          $or: [{ kind: 'BLOCK' }, { kind: 'FREEZE', emergency: true }],
        })
        .sort({ accountId: 1, from: 1, _id: 1 })
        .lean<MeasureRecord[]>(),
    byProcess: (processId) =>
      measures
        .find({ processIds: processId, ...standing })
        .sort({ _id: 1 })
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
