import type { JWTVerifyGetKey } from 'jose';

/** The public keys of an issuer. */
export interface Keys {
  /**
   * Finds the key of a token, as jose asks for it. Throws KeysUnavailable where the key set cannot be
   * fetched, and jose's JWKSNoMatchingKey where it does not have the key.
   */
  readonly find: JWTVerifyGetKey;
  close(): void;
}

/** The key set of an issuer is unavailable: tokens cannot be verified. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}
