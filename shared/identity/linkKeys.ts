import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

/** A secret that gateway and subgraphs share, prepared for HMAC-SHA256 (RFC 2104). */
export interface LinkKey {
  /** Names the secret without telling it: a signed text says which one made it. */
  readonly id: string;
  readonly secret: KeyObject;
}

/** The keys of one deployable: it signs with one, and accepts what any of them signed. */
export interface LinkKeys {
  readonly current: LinkKey;
  find(id: string): LinkKey | undefined;
}

export interface LinkSecrets {
  /** 32 characters or more. */
  readonly linkSecret: string;
  /** The one before it, while it is being replaced: what it signed is accepted too. */
  readonly retiredLinkSecret?: string | undefined;
}

const idLength = 8;

export function openLinkKeys({ linkSecret, retiredLinkSecret }: LinkSecrets): LinkKeys {
  const current = prepare(linkSecret);
  const keys = retiredLinkSecret === undefined ? [current] : [current, prepare(retiredLinkSecret)];
  return { current, find: (id) => keys.find((key) => key.id === id) };
}

function prepare(text: string): LinkKey {
  const secret = createSecretKey(Buffer.from(text, 'utf8'));
  return { id: digest(secret, 'cordon-key-id').subarray(0, idLength).toString('hex'), secret };
}

/** Signs a text. Each kind of text begins with a label of its own, so that none passes for another. */
export const signText = ({ secret }: LinkKey, text: string): string =>
  digest(secret, text).toString('base64url');

/** Tells if a signature in base64url is that of a text. Compares in constant time. */
export function isSignatureOf({ secret }: LinkKey, text: string, signature: string): boolean {
  const given = Buffer.from(signature, 'base64url');
  const wanted = digest(secret, text);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const digest = (secret: KeyObject, text: string): Buffer =>
  createHmac('sha256', secret).update(text, 'utf8').digest();
