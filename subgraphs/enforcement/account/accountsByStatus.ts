import type { Page, PageArguments } from '../../../shared/pagination/page';
import type { Tenant } from '../rows/tenancy';
import type { AccountStatus } from '../vocabulary/measureKinds';

export interface AccountStatusQuery {
  readonly status: AccountStatus;
  readonly at: Date;
  readonly venueId: string | null;
}

/** The only place that asks for accounts by status (accountStatus/). The tenant is part of every query. */
export interface AccountStatusStore {
  /** The ids of the accounts that have a status at an instant, sorted; the count is of all. */
  page(tenant: Tenant, query: AccountStatusQuery, page: PageArguments): Promise<Page<string>>;
}
