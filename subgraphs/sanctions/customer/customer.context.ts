import type DataLoader from 'dataloader';
import type { CustomerRecord } from './customer.record';
import type { CustomerStore } from './customer.store';
import type { Tenant } from './tenant.rules';

/** The part of the context that the resolvers of customers use. */
export interface HasCustomers {
  /** The venue that the caller is confined to; null for the operator. */
  readonly tenant: Tenant;
  readonly stores: { readonly customers: CustomerStore };
  /** Customers that the caller may see; null for others, and for none. */
  readonly customerById: DataLoader<string, CustomerRecord | null>;
}
