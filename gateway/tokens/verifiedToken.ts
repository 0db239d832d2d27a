import type { Identity } from '../../shared/identity/identity';

/**
 * A token whose signature and claims were verified. Its binding and revocation are checked for each request.
 */
export interface VerifiedToken {
  readonly identity: Identity;
  /** `jti`; undefined where the token has none. */
  readonly id: string | undefined;
  /** `iat`, in seconds. */
  readonly issuedAt: number;
  /** `exp`, in seconds. */
  readonly expiresAt: number;
  /** All that its issuer says in it. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** The keys that its holder must prove (`cnf`, RFC 7800); empty for a bearer token. */
  readonly confirmation: Readonly<Record<string, unknown>>;
}
