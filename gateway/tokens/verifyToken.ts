import { decodeJwt, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Logger } from '../../shared/logger/logger';
import { requestError, type RequestError } from '../request/requestError';
import { identityOf } from './identityOf';
import type { Issuer } from './issuerFile';
import { type Keys, KeysUnavailable } from './keys';
import { openKeys } from './openKeys';
import { unauthenticated } from './unauthenticated';
import type { VerifiedToken } from './verifiedToken';
import { VerifiedTokens } from './verifiedTokens';

export interface VerifyOptions {
  readonly issuers: readonly Issuer[];
  /** A token without a `venue` must have one of these. */
  readonly operatorRoles: readonly string[];
  /** The maximum life of a token, from `iat` to `exp`, in seconds. */
  readonly maxLifeSeconds: number;
  readonly logger: Logger;
  /** Told of each token that is accepted: by its signature, or because it was verified before. */
  onVerified?(by: 'signature' | 'memory'): void;
}

export interface TokenVerifier {
  /** Throws UNAUTHENTICATED, or KEYS_UNAVAILABLE where it cannot be known whether a token is good. */
  verify(token: string): Promise<VerifiedToken>;
  /** Accepts tokens of these issuers from now on, and of no others. */
  setIssuers(issuers: readonly Issuer[]): void;
  close(): void;
}

/** Seconds that two clocks may differ. */
const clockTolerance = 5;

/** Characters; the largest tokens of identity providers have some 4,000. */
const maxTokenLength = 8_192;

/** The types of access tokens (RFC 9068, section 2.1; RFC 7519, section 5.1). A token without a type is one. */
const types: readonly unknown[] = [undefined, 'at+jwt', 'application/at+jwt', 'jwt'];

/** Verifies JWTs (RFC 7519) of the issuers, each by its own keys and for its own audience. */
export function tokenVerifier({
  issuers,
  operatorRoles,
  maxLifeSeconds,
  logger,
  onVerified,
}: VerifyOptions): TokenVerifier {
  const verified = new VerifiedTokens();
  let keysOf = openIssuers(issuers, new Map(), logger);
  async function verify(token: string): Promise<VerifiedToken> {
    const accepting = keysOf;
    const known = await verified.get(token);
    if (accepting !== keysOf) return verify(token);
    if (known) {
      onVerified?.('memory');
      return known;
    }
    const issuer = keysOf.get(issuerOf(token));
    if (!issuer) throw notAccepted();
    const { payload, key, findKey } = await verifySignature(token, issuer);
    // The issuers changed meanwhile: a token verified by the former ones must not be remembered.
    if (accepting !== keysOf) return verify(token);
    const { iat: issuedAt, exp: expiresAt } = payload;
    if (issuedAt === undefined || expiresAt === undefined) throw notAccepted();
    if (issuedAt > Date.now() / 1_000 + clockTolerance)
      throw unauthenticated('The token was issued in the future.');
    if (expiresAt - issuedAt > maxLifeSeconds)
      throw unauthenticated(`The token is valid for longer than ${maxLifeSeconds} seconds.`);
    const confirmation = payload['cnf'] ?? {};
    if (typeof confirmation !== 'object' || (payload.jti !== undefined && typeof payload.jti !== 'string'))
      throw notAccepted();
    const made: VerifiedToken = {
      identity: identityOf(payload, operatorRoles),
      id: payload.jti,
      issuedAt,
      expiresAt,
      claims: payload,
      confirmation: confirmation as VerifiedToken['confirmation'],
    };
    verified.set(token, { token: made, key, findKey });
    onVerified?.('signature');
    return made;
  }

  return {
    verify,
    setIssuers(list) {
      keysOf = openIssuers(list, keysOf, logger);
      // A token of an issuer that is no longer accepted must not be known from before.
      verified.clear();
    },
    close() {
      for (const { keys } of keysOf.values()) keys.close();
    },
  };
}

type OpenIssuers = ReadonlyMap<string, Issuer & { readonly keys: Keys }>;

/** Opens the key sets of issuers; those that are open stay so, and those that no issuer has any more are closed. */
function openIssuers(issuers: readonly Issuer[], before: OpenIssuers, logger: Logger): OpenIssuers {
  const keysAt = (one: Issuer) => {
    const known = before.get(one.issuer);
    return known?.jwks === one.jwks ? known.keys : openKeys(one.jwks, logger);
  };
  const opened = new Map(issuers.map((one) => [one.issuer, { ...one, keys: keysAt(one) }]));
  for (const [issuer, { keys }] of before) if (opened.get(issuer)?.keys !== keys) keys.close();
  return opened;
}

/** The `iss` that a token claims: nothing is believed before its signature is verified by the keys of that issuer. */
function issuerOf(token: string): string {
  if (token.length > maxTokenLength)
    throw unauthenticated(`The token has more than ${maxTokenLength} characters.`);
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    throw notAccepted();
  }
}

async function verifySignature(
  token: string,
  { issuer, audience, algorithms, keys }: Issuer & { readonly keys: Keys },
): Promise<{ payload: JWTPayload; key: unknown; findKey(): Promise<unknown> }> {
  try {
    let findKey = (): Promise<unknown> => Promise.resolve(undefined);
    const find: JWTVerifyGetKey = async (header, jws) => {
      findKey = async () => keys.find(header, jws);
      return keys.find(header, jws);
    };
    const { payload, protectedHeader, key } = await jwtVerify(token, find, {
      algorithms: [...algorithms],
      issuer,
      audience,
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance,
    });
    if (!types.includes(protectedHeader.typ?.toLowerCase()))
      throw unauthenticated('The token is not an access token: its typ is neither at+jwt nor JWT.');
    return { payload, key, findKey };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('The token has expired.');
    if (error instanceof KeysUnavailable) throw keysUnavailable();
    if (error instanceof errors.JOSEError) throw notAccepted();
    throw error;
  }
}

const notAccepted = () => unauthenticated('The token is not one that is accepted here.');

function keysUnavailable(): RequestError {
  return requestError('KEYS_UNAVAILABLE', 'Tokens cannot be verified at present.', { 'retry-after': '5' });
}
