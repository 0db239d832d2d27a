import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** An issuer of tokens for tests. */
export interface TestIssuer {
  /** The JSON Web Key Set, as text. */
  readonly jwks: string;
  readonly keys: KeyPair;
  sign(claims: JWTPayload, options?: SignOptions): Promise<string>;
}

export interface SignOptions {
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now; undefined leaves `exp` out. */
  readonly expiresIn?: number | undefined;
}

export async function testIssuer(keyId = 'test'): Promise<TestIssuer> {
  const keys = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: keyId, alg: 'ES256', use: 'sig' };
  return {
    jwks: JSON.stringify({ keys: [jwk] }),
    keys,
    sign(claims, options = {}) {
      const { issuer = 'cordon-development', audience = 'cordon' } = options;
      const expiresIn = 'expiresIn' in options ? options.expiresIn : 300;
      const token = new SignJWT({ sub: 'tester', roles: ['analyst'], ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: keyId })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt();
      if (expiresIn !== undefined) token.setExpirationTime(Math.floor(Date.now() / 1_000) + expiresIn);
      return token.sign(keys.privateKey);
    },
  };
}
