import type { Model, QueryFilter } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { pageById } from '../pageById.store';
import { type Tenant, ofTenant } from '../tenancy';
import { standing } from '../view/viewFields.record';
import type { AccountRecord } from './account.record';

export interface AccountQuery {
  readonly venueId: string | null;
  /** Only these, or all but these, where given. */
  readonly among: { readonly ids: readonly string[]; readonly excluded: boolean } | null;
}

/** The only place that reads accounts. The tenant is part of every query, so that nothing foreign is even counted. */
export interface AccountStore {
  byIds(tenant: Tenant, ids: readonly string[]): Promise<AccountRecord[]>;
  /** Those of these ids that are or ever were an account, of any venue, also retracted ones: for what must not show. */
  idsEver(ids: readonly string[]): Promise<string[]>;
  /** Sorted by id; the count is of all that fit. */
  page(tenant: Tenant, query: AccountQuery, page: PageArguments): Promise<Page<AccountRecord>>;
}

export function accountStore(accounts: Model<AccountRecord>): AccountStore {
  return {
    byIds: (tenant, ids) =>
      accounts.find({ _id: { $in: [...ids] }, ...standing, ...ofTenant(tenant) }).lean<AccountRecord[]>(),
    idsEver: (ids) => accounts.distinct('_id', { _id: { $in: [...ids] } }),
    page: (tenant, query, page) =>
      pageById(accounts, { $and: [{ ...standing, ...ofTenant(tenant) }, filterOf(query)] }, page),
  };
}

function filterOf({ venueId, among }: AccountQuery): QueryFilter<AccountRecord> {
  return {
    ...(venueId === null ? {} : { venueId }),
    ...(among === null ? {} : { _id: among.excluded ? { $nin: [...among.ids] } : { $in: [...among.ids] } }),
  };
}
