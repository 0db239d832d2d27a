import { CordonError } from '../../../shared/errors/cordonError';
import { hasScope, type Identity } from '../../../shared/identity/identity';
import type { Tenant } from '../deposit/deposit.store';

/** Whose watches, alerts and webhooks: the house's, or one venue's. Each sees its own alone, with numbers of their own. */
export const houseFeed = 'house';

export const feedOf = (tenant: Tenant): string => (tenant === null ? houseFeed : `venue.${tenant}`);

/**
 * Refuses who may not set up monitoring: the house's analysts may, and a venue that may speak of its deposit wallets. The
 * gateway has looked at the scopes; they are looked at again here, by who asks.
 */
export function checkMaySetUp(caller: Identity, tenant: Tenant): void {
  const needed = tenant === null ? 'attribution:write' : 'deposits:write';
  if (hasScope(caller, needed)) return;
  throw new CordonError('UNAUTHORIZED_FIELD_OR_TYPE', `${needed} is needed to set up monitoring`);
}

export const unknownEntity = (what: string, id: string): CordonError =>
  new CordonError('UNKNOWN_ENTITY', `there is no ${what} ${JSON.stringify(id.slice(0, 200))}`);
