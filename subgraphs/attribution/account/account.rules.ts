import { CordonError } from '../../../shared/errors/cordonError';
import type { Tenant } from '../deposit/deposit.store';

/** The venue of an account's id, `<venue>:<pseudonym>`. */
const venueOf = (accountId: string) => accountId.slice(0, Math.max(0, accountId.indexOf(':')));

/** Refuses another venue's account to a partner exactly as `enforcement` refuses one that is not there. */
export function checkTenant(accountId: string, tenant: Tenant): void {
  if (tenant !== null && venueOf(accountId) !== tenant) {
    throw new CordonError('UNKNOWN_ENTITY', `there is no account ${JSON.stringify(accountId)}`);
  }
}
