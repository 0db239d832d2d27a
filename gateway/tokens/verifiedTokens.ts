import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { VerifiedToken } from './verifiedToken';

/** Tokens that are remembered; each is under a kilobyte. */
const maxTokens = 10_000;

/** A verified token, with the key that verified it. */
export interface Verification {
  readonly token: VerifiedToken;
  readonly key: unknown;
  /** Finds the key of the token as it is now. Rejects where it no longer exists. */
  findKey(): Promise<unknown>;
}

/**
 * Tokens that were verified, by their SHA-256: a signature is checked once, and again when the key set was read anew. One
 * that has expired, or whose key was withdrawn, is not known here. Revocation and binding are checked for each request.
 */
export class VerifiedTokens {
  readonly #known = new LRUCache<string, Verification>({ max: maxTokens });

  async get(text: string): Promise<VerifiedToken | undefined> {
    const digest = digestOf(text);
    const known = this.#known.get(digest);
    if (!known) return undefined;
    const isInForce = known.token.expiresAt * 1_000 > Date.now();
    const key = isInForce ? await known.findKey().catch(() => undefined) : undefined;
    if (key !== undefined && key === known.key) return known.token;
    this.#known.delete(digest);
    return undefined;
  }

  /** Forgets all of them: each is verified again. */
  clear(): void {
    this.#known.clear();
  }

  set(text: string, verification: Verification): void {
    this.#known.set(digestOf(text), verification);
  }
}

const digestOf = (text: string): string => hash('sha256', text, 'base64');
