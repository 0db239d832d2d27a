import type { Model } from 'mongoose';
import { ofTenant, type Tenant } from '../rows/tenancy';
import { notRetracted } from '../projection/projectionFields.record';
import type { OutflowRecord } from './outflow.record';

/** The only place that reads what left accounts. The tenant is part of every query. */
export interface OutflowStore {
  byAccounts(tenant: Tenant, accountIds: readonly string[]): Promise<OutflowRecord[]>;
}

export function outflowStore(outflows: Model<OutflowRecord>): OutflowStore {
  return {
    byAccounts: (tenant, accountIds) =>
      outflows
        .find({ accountId: { $in: [...accountIds] }, ...notRetracted, ...ofTenant(tenant) })
        .sort({ accountId: 1, at: 1, _id: 1 })
        .lean<OutflowRecord[]>(),
  };
}
