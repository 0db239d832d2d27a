import type { Model } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { pageById } from '../rows/pageById.store';
import { type Tenant, ofTenant } from '../rows/tenancy';
import { notRetracted } from '../projection/projectionFields.record';
import type { AccountRecord } from './account.record';

/** The only place that reads accounts. The tenant is part of every query, so that nothing foreign is even counted. */
export interface AccountStore {
  byIds(tenant: Tenant, ids: readonly string[]): Promise<AccountRecord[]>;
  /**
   * Returns those of these ids that are or ever were an account, of any venue, also retracted ones: for
   * checks of disclosure.
   */
  idsEver(ids: readonly string[]): Promise<string[]>;
  /** Sorted by id; the count is of all that fit. */
  page(tenant: Tenant, venueId: string | null, page: PageArguments): Promise<Page<AccountRecord>>;
}

export function accountStore(accounts: Model<AccountRecord>): AccountStore {
  return {
    byIds: (tenant, ids) =>
      accounts.find({ _id: { $in: [...ids] }, ...notRetracted, ...ofTenant(tenant) }).lean<AccountRecord[]>(),
    idsEver: (ids) => accounts.distinct('_id', { _id: { $in: [...ids] } }),
    // By equality, so that the count comes from the keys of an index.
    page: (tenant, venueId, page) =>
      pageById(
        accounts,
        { $and: [{ retracted: false, ...ofTenant(tenant) }, venueId === null ? {} : { venueId }] },
        page,
      ),
  };
}
