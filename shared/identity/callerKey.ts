import type { Identity } from './identity';

/**
 * Names a caller: issuer, venue, client and subject, unambiguously. Whatever is kept for each caller (idempotency keys,
 * rate limits) is kept under this, because a subject is unique only within its issuer and its venue or client.
 */
export function callerKey({
  issuer,
  venue,
  client,
  subject,
}: Pick<Identity, 'issuer' | 'venue' | 'client' | 'subject'>): string {
  return JSON.stringify([issuer, venue, client, subject]);
}
