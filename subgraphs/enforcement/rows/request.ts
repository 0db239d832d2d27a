import type { Identity } from '../../../shared/identity/identity';
import type { Tenant } from './tenancy';

/** The part of a request that every resolver may use. */
export interface RequestContext {
  readonly caller: Identity;
  readonly tenant: Tenant;
  /** One instant for the whole request: what is in force in one field is in force in all. */
  readonly now: Date;
}
