import type { Model } from 'mongoose';
import { type Tenant, ofTenant } from '../rows/tenancy';
import { notRetracted } from '../projection/projectionFields.record';
import type { MeasureKind } from '../vocabulary/measureKinds';
import type { MeasureRecord } from './measure.record';

/** The measures that end in a time. */
export interface ExpiryQuery {
  readonly tenant: Tenant;
  /** Null: of any kind. */
  readonly kind: MeasureKind | null;
  /** The instant at which they are in force. */
  readonly now: Date;
  /** The instant before which they end. */
  readonly before: Date;
}

/** The place before a page of them: the page begins after it. */
export interface ExpiryPlace {
  readonly to: Date;
  readonly id: string;
}

/** The only place that reads measures. The tenant is part of every query. */
export interface MeasureStore {
  /**
   * Returns all measures of these accounts, also ended and retracted ones, sorted by account and beginning.
   * known.rules.ts decides which are or were known.
   */
  byAccounts(tenant: Tenant, accountIds: readonly string[]): Promise<MeasureRecord[]>;
  byIds(tenant: Tenant, ids: readonly string[]): Promise<MeasureRecord[]>;
  /** The blocks that are ours, and our emergency freezes, also ended ones: what obligations are derived from. */
  obliging(tenant: Tenant): Promise<MeasureRecord[]>;
  /** Sorted by their ends. */
  expiring(query: ExpiryQuery, after: ExpiryPlace | null, limit: number): Promise<MeasureRecord[]>;
  countExpiring(query: ExpiryQuery): Promise<number>;
  /** Returns the measures that rest on a process. */
  byProcess(processId: string): Promise<MeasureRecord[]>;
}

export function measureStore(measures: Model<MeasureRecord>): MeasureStore {
  return {
    byAccounts: (tenant, accountIds) =>
      measures
        .find({ accountId: { $in: [...accountIds] }, ...ofTenant(tenant) })
        .sort({ accountId: 1, from: 1, _id: 1 })
        .lean<MeasureRecord[]>(),
    byIds: (tenant, ids) =>
      measures.find({ _id: { $in: [...ids] }, ...notRetracted, ...ofTenant(tenant) }).lean<MeasureRecord[]>(),
    obliging: (tenant) =>
      measures
        .find({
          ...notRetracted,
          ...ofTenant(tenant),
          observed: false,
          $or: [{ kind: 'BLOCK' }, { kind: 'FREEZE', emergency: true }],
        })
        .sort({ accountId: 1, from: 1, _id: 1 })
        .lean<MeasureRecord[]>(),
    expiring: (query, after, limit) =>
      measures
        .find(after ? { $and: [expiryFilter(query), afterExpiry(after)] } : expiryFilter(query))
        .sort({ to: 1, _id: 1 })
        .limit(limit)
        .lean<MeasureRecord[]>(),
    countExpiring: (query) => measures.countDocuments(expiryFilter(query)),
    byProcess: (processId) =>
      measures
        .find({ processIds: processId, ...notRetracted })
        .sort({ _id: 1 })
        .lean<MeasureRecord[]>(),
  };
}

const expiryFilter = ({ tenant, kind, now, before }: ExpiryQuery) => ({
  ...notRetracted,
  ...ofTenant(tenant),
  ...(kind === null ? {} : { kind }),
  from: { $lte: now },
  to: { $gt: now, $lt: before },
});

const afterExpiry = ({ to, id }: ExpiryPlace) => ({ $or: [{ to: { $gt: to } }, { to, _id: { $gt: id } }] });
