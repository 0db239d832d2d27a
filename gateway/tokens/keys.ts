import type { JWTVerifyGetKey } from 'jose';

/** The public keys of an issuer. */
export interface Keys {
  /**
   * Finds the key of a token, as jose asks for it. Throws KeysUnavailable where the key set cannot be had, and jose's
   * JWKSNoMatchingKey where it does not have the key.
   */
  readonly find: JWTVerifyGetKey;
  close(): void;
}

/** The key set of an issuer cannot be had: whether a token is good is not known. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}
