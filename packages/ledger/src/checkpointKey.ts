import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from './canonicalJson';
import { hashOf } from './sealedEvent';

/** An Ed25519 public key as a JWK (RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** The 32 bytes of the key, base64url. */
  readonly x: string;
}

/** The signer of checkpoints: whoever runs the ledger. */
export interface CheckpointSigner {
  readonly publicJwk: PublicJwk;
  /** Ed25519 over the UTF-8 of a text (RFC 8032), base64url. */
  sign(text: string): string;
}

/** The key of the `x` of one, as settings and `cordon ledger key` have it. */
export const publicJwk = (x: string): PublicJwk => ({ kty: 'OKP', crv: 'Ed25519', x });

/** The PKCS #8 header (RFC 8410, section 7) before the 32 bytes of an Ed25519 private key. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @param seed the private key: 32 bytes in hex, as RFC 8032, section 5.1.5 makes a key pair of them */
export function checkpointSigner(seed: string): CheckpointSigner {
  const der = Buffer.concat([pkcs8, Buffer.from(seed, 'hex')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return {
    publicJwk: publicJwkOf(createPublicKey(key)),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

function publicJwkOf(key: KeyObject): PublicJwk {
  const { x = '' } = key.export({ format: 'jwk' });
  return publicJwk(x);
}

/** The JWK's thumbprint (RFC 7638): SHA-256 over its canonical form, base64url. */
export function keyIdOf({ kty, crv, x }: PublicJwk): string {
  return Buffer.from(hashOf(canonicalJson({ kty, crv, x })), 'hex').toString('base64url');
}

/**
 * Tells if a signature is the key's over a text. Of the encodings of one signature only the canonical one
 * counts.
 */
export function isSignedBy(jwk: PublicJwk, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return false;
  return verify(null, Buffer.from(text), createPublicKey({ key: { ...jwk }, format: 'jwk' }), bytes);
}
