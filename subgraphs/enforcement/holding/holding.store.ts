import type { Model } from 'mongoose';
import { type Tenant, ofTenant } from '../rows/tenancy';
import { notRetracted } from '../projection/projectionFields.record';
import type { HoldingRecord } from './holding.record';

/** The only place that reads holdings. The tenant is part of every query. */
export interface HoldingStore {
  byAccounts(tenant: Tenant, accountIds: readonly string[]): Promise<HoldingRecord[]>;
}

export function holdingStore(holdings: Model<HoldingRecord>): HoldingStore {
  return {
    byAccounts: (tenant, accountIds) =>
      holdings
        .find({ accountId: { $in: [...accountIds] }, ...notRetracted, ...ofTenant(tenant) })
        .sort({ accountId: 1, asset: 1 })
        .lean<HoldingRecord[]>(),
  };
}
