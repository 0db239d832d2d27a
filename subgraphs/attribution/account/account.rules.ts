import { CordonError } from '../../../shared/errors/cordonError';
import { venueOfAccount } from '../deposit/deposit.rules';
import type { Tenant } from '../deposit/deposit.store';

/** Refuses another venue's account to a partner exactly as `enforcement` refuses one that is not there. */
export function checkTenant(accountId: string, tenant: Tenant): void {
  if (tenant !== null && venueOfAccount(accountId) !== tenant) {
    throw new CordonError('UNKNOWN_ENTITY', `there is no account ${JSON.stringify(accountId)}`);
  }
}
