import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Identity } from '../../shared/identity/identity';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import type { Logger } from '../../shared/logger/logger';
import { requestError, type RequestError } from '../request/requestError';
import { identityOf } from './identityOf';
import { openKeys } from './keys';
import { unauthenticated } from './unauthenticated';

export interface AuthenticateOptions {
  /** A JSON Web Key Set: the path of a file, or a URL. */
  readonly jwks: string;
  readonly issuer: string;
  readonly audience: string;
  /** A token without a `venue` must have one of these. */
  readonly operatorRoles: readonly string[];
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

export interface Authenticator {
  /** Who asks, by the `authorization` header. Throws UNAUTHENTICATED, or KEYS_UNAVAILABLE where that cannot be known. */
  authenticate(authorization: string | undefined): Promise<Identity>;
  close(): void;
}

/** Signatures that only the issuer can make: a verifier's public key cannot forge them, as HS256's secret could. */
const algorithms = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];

/** Seconds that two clocks may differ. */
const clockTolerance = 5;

/** Verifies bearer tokens: JWTs (RFC 7519) of one issuer for one audience, signed, and not expired. */
export function authenticator({
  jwks,
  issuer,
  audience,
  operatorRoles,
  logger,
}: AuthenticateOptions): Authenticator {
  const keys = openKeys(jwks, logger);
  return {
    async authenticate(authorization) {
      const token = readBearer(authorization);
      const inForce = keys.current();
      if (!inForce) throw keysUnavailable();
      const payload = await verify(token, inForce, { issuer, audience, logger });
      return identityOf(payload, operatorRoles);
    },
    close: () => keys.close(),
  };
}

function readBearer(authorization: string | undefined): string {
  if (authorization === undefined)
    throw requestError('UNAUTHENTICATED', 'A token is needed: Authorization: Bearer <token>.', ask);
  const token = /^Bearer +([^\s]+) *$/i.exec(authorization)?.[1];
  if (token === undefined) throw unauthenticated('The authorization header is not a bearer token.');
  return token;
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience, logger }: Pick<AuthenticateOptions, 'issuer' | 'audience' | 'logger'>,
): Promise<JWTPayload> {
  try {
    const requiredClaims = ['exp', 'sub'];
    const { payload } = await jwtVerify(token, keys, {
      algorithms,
      issuer,
      audience,
      requiredClaims,
      clockTolerance,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('The token has expired.');
    if (isAboutToken(error)) throw unauthenticated('The token is not one that is accepted here.');
    logger.error({ err: error }, 'JWKS unavailable: rejecting all requests until it can be fetched');
    throw keysUnavailable();
  }
}

/** Whether the token is at fault. Anything else is about the keys, and it is not known whether the token is good. */
function isAboutToken(error: unknown): boolean {
  return [
    errors.JWTClaimValidationFailed,
    errors.JWTInvalid,
    errors.JWSInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
    errors.JWKSNoMatchingKey,
    errors.JWKSMultipleMatchingKeys,
  ].some((kind) => error instanceof kind);
}

const ask = { 'www-authenticate': 'Bearer' };

function keysUnavailable(): RequestError {
  return requestError('KEYS_UNAVAILABLE', 'Tokens cannot be verified at present.', { 'retry-after': '5' });
}
