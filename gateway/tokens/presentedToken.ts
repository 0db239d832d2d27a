import type { IncomingHttpHeaders } from 'node:http';
import { requestError } from '../request/requestError';
import { unauthenticated } from './unauthenticated';

/** A token as a request presents it. */
export interface PresentedToken {
  readonly token: string;
  /** `Bearer` (RFC 6750), or `DPoP` (RFC 9449) with a proof that its holder has the token's key. */
  readonly scheme: 'bearer' | 'dpop';
}

/** Reads the `authorization` header. Throws UNAUTHENTICATED. */
export function readPresentedToken({ authorization }: IncomingHttpHeaders): PresentedToken {
  if (authorization === undefined)
    throw requestError('UNAUTHENTICATED', 'A token is needed: Authorization: Bearer <token>.', {
      'www-authenticate': 'Bearer',
    });
  const [, scheme, token] = /^(Bearer|DPoP) +([^\s]+) *$/i.exec(authorization) ?? [];
  if (scheme === undefined || token === undefined)
    throw unauthenticated('The authorization header is neither a bearer token nor a DPoP-bound one.');
  return { token, scheme: scheme.toLowerCase() === 'dpop' ? 'dpop' : 'bearer' };
}
