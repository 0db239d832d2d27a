import type { Logger } from '../../shared/logger/logger';
import { requestError } from '../request/requestError';
import type { RevocationRecord } from './revocation.record';
import { revocationKinds } from './revocationKinds';
import type { RevocationsStore } from './revocations.store';
import { unauthenticated } from './unauthenticated';
import type { VerifiedToken } from './verifiedToken';

/** A revocation counts in every gateway within two seconds: it is asked for this often. */
const everyMs = 500;

/** Revocations that were read longer ago than this are read again before a token is accepted. */
const maxAgeMs = 1_500;

/** Writes of several servers may be seen out of order by their times: this much is read again. */
const overlapMs = 60_000;

/** The revocations in force. */
export interface Revocations {
  /** Throws UNAUTHENTICATED for a revoked token, and REVOCATIONS_UNAVAILABLE where that cannot be known. */
  check(token: VerifiedToken): Promise<void>;
  close(): void;
}

/** For a deployment without a store: nothing can be revoked. */
export const noRevocations: Revocations = { check: async () => undefined, close: () => undefined };

/** Reads the revocations and follows them. Rejects where the store does not answer. */
export async function openRevocations(store: RevocationsStore, logger: Logger): Promise<Revocations> {
  const index = new RevocationIndex();
  let newest: Date | undefined;
  let readAt = -Infinity;
  let isFailing = false;
  let reading: Promise<void> | undefined;

  const read = () =>
    (reading ??= (async () => {
      const begun = performance.now();
      const from = newest && new Date(newest.getTime() - overlapMs);
      for (const revocation of await store.since(from)) {
        index.add(revocation);
        if (!newest || revocation.at > newest) newest = revocation.at;
      }
      readAt = begun;
      isFailing = false;
    })().finally(() => {
      reading = undefined;
    }));

  await read();
  let isClosed = false;
  const timer = setInterval(() => {
    read().catch((error: unknown) => {
      // The store of a gateway that ends is closed beside it.
      if (!isFailing && !isClosed)
        logger.error({ err: error }, 'revocations unavailable: rejecting requests until they can be read');
      isFailing = true;
    });
  }, everyMs).unref();

  return {
    async check(token) {
      const oldest = performance.now() - maxAgeMs;
      // A read that is under way may have begun before that: another one follows it.
      while (readAt < oldest) await read().catch(rejectUnknown);
      if (index.has(token)) throw unauthenticated('The token has been revoked.');
    },
    close() {
      isClosed = true;
      clearInterval(timer);
    },
  };
}

function rejectUnknown(): never {
  throw requestError('REVOCATIONS_UNAVAILABLE', 'The revocation of the token cannot be checked at present.', {
    'retry-after': '5',
  });
}

/** Revocations by the tokens that they name. */
class RevocationIndex {
  /** By kind, issuer and value: the last instant up to which tokens are revoked, in milliseconds. */
  readonly #until = new Map<string, number>();

  /** Throws where the kind is unknown, such as one of a later version of Cordon: it would revoke nothing here. */
  add({ _id, kind, issuer, value, before }: RevocationRecord): void {
    if (!revocationKinds.includes(kind))
      throw new Error(`the revocation ${_id} is of the unknown kind ${kind}: upgrade this gateway`);
    const key = JSON.stringify([kind, issuer ?? null, value]);
    const until = kind === 'jti' ? Infinity : before.getTime();
    this.#until.set(key, Math.max(until, this.#until.get(key) ?? -Infinity));
  }

  has({ id, issuedAt, identity: { issuer, client, subject } }: VerifiedToken): boolean {
    if (this.#until.size === 0) return false;
    const named = [
      ['jti', id],
      ['client', client],
      ['subject', subject],
    ] as const;
    return named.some(
      ([kind, value]) =>
        value !== undefined &&
        value !== null &&
        [issuer, null].some(
          (within) =>
            issuedAt * 1_000 <= (this.#until.get(JSON.stringify([kind, within, value])) ?? -Infinity),
        ),
    );
  }
}
