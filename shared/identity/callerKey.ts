import type { Identity } from './identity';

/**
 * Returns the key of a caller: issuer, venue, client and subject, unambiguously. Idempotency keys and rate
 * limits are kept under it, because a subject is unique only within its issuer and its venue or client.
 */
export function callerKey({
  issuer,
  venue,
  client,
  subject,
}: Pick<Identity, 'issuer' | 'venue' | 'client' | 'subject'>): string {
  return JSON.stringify([issuer, venue, client, subject]);
}
