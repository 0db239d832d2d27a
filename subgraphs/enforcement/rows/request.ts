import type { Identity } from '../../../shared/identity/identity';
import type { Tenant } from './tenancy';

/** What every resolver may ask of a request. */
export interface RequestContext {
  readonly caller: Identity;
  readonly tenant: Tenant;
  /** One instant for the whole request: what is in force in one field is in force in all. */
  readonly now: Date;
}
