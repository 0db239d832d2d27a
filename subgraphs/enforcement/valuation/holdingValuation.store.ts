import type { Model } from 'mongoose';
import { ofTenant, type Tenant } from '../rows/tenancy';
import { notRetracted } from '../projection/projectionFields.record';
import type { HoldingValuationRecord } from './holdingValuation.record';

/** The only place that reads valuations of holdings. The tenant is part of every query. */
export interface HoldingValuationStore {
  byAccounts(tenant: Tenant, accountIds: readonly string[]): Promise<HoldingValuationRecord[]>;
  byIds(tenant: Tenant, ids: readonly string[]): Promise<HoldingValuationRecord[]>;
}

export function holdingValuationStore(valuations: Model<HoldingValuationRecord>): HoldingValuationStore {
  return {
    byAccounts: (tenant, accountIds) =>
      valuations
        .find({ accountId: { $in: [...accountIds] }, ...notRetracted, ...ofTenant(tenant) })
        .sort({ accountId: 1, asset: 1, _id: 1 })
        .lean<HoldingValuationRecord[]>(),
    byIds: (tenant, ids) =>
      valuations
        .find({ _id: { $in: [...ids] }, ...notRetracted, ...ofTenant(tenant) })
        .lean<HoldingValuationRecord[]>(),
  };
}
