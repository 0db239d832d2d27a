import type { Identity } from '../../../shared/identity/identity';
import type { Tenant } from './tenant';

/** Who asks, and when. */
export interface HasCaller {
  readonly caller: Identity;
  readonly tenant: Tenant;
  readonly now: Date;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}
