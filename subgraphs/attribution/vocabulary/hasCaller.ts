import type { Identity } from '../../../shared/identity/identity';
import type { Tenant } from './tenant';

/** The caller, and the time of the request. */
export interface HasCaller {
  readonly caller: Identity;
  readonly tenant: Tenant;
  readonly now: Date;
  /** Aborted when the caller has left, or the deadline has passed. */
  readonly signal: AbortSignal;
}
