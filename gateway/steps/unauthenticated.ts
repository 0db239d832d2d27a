import { requestError, type RequestError } from '../request/requestError';

/** Rejects a token that was sent (RFC 6750, section 3.1). */
export function unauthenticated(message: string): RequestError {
  return requestError('UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer error="invalid_token"' });
}
