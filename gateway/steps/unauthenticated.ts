import { refuse, type Refusal } from '../request/requestError';

/** Rejects a token that was sent (RFC 6750, section 3.1). */
export function unauthenticated(message: string): Refusal {
  return refuse('UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer error="invalid_token"' });
}
