import { CordonError } from '../../../shared/errors/cordonError';

/** A venue that a caller is confined to, or null for one who may see all. */
export type Tenant = string | null;

/** Returns the venue of an account's id; null for any other text. */
export function venueOfAccount(accountId: string): string | null {
  return /^([a-z0-9][a-z0-9-]{0,63}):[^\s:]{1,128}$/.exec(accountId)?.[1] ?? null;
}

/** Rejects another venue's account exactly as `enforcement` rejects one that does not exist. */
export function checkTenant(accountId: string, tenant: Tenant): void {
  if (tenant !== null && venueOfAccount(accountId) !== tenant) {
    throw new CordonError('UNKNOWN_ENTITY', `there is no account ${JSON.stringify(accountId)}`);
  }
}
