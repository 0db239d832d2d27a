import { requestError, type RequestError } from '../request/requestError';

/** Rejects a token that was sent (RFC 6750, section 3.1; RFC 9449, section 7.1). */
export function unauthenticated(
  message: string,
  scheme: 'Bearer' | 'DPoP' = 'Bearer',
  error: 'invalid_token' | 'invalid_dpop_proof' = 'invalid_token',
): RequestError {
  return requestError('UNAUTHENTICATED', message, { 'www-authenticate': `${scheme} error="${error}"` });
}
