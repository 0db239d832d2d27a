import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../shared/logger/logger';
import { type Keys, KeysUnavailable } from './keys';

/** A fetch of the keys may take so long, in milliseconds. */
const fetchTimeoutMs = 5_000;

/** A key that was withdrawn at the URL ends within a minute: this, and a fetch that began before it was withdrawn. */
const maxAgeMs = 60_000 - fetchTimeoutMs;

/** A key id that the issuer did not have is not asked for again within this time. */
const coolDownMs = 30_000;

/** Key ids that are remembered as unknown. Beyond these, the oldest is fetched for again. */
const maxUnknownIds = 1_000;

/** Unknown key ids that are asked for in `burstMs`: a rotation brings one or two, an attacker any number. */
const maxBurst = 5;
const burstMs = 10_000;

/**
 * Returns the keys at a URL. They are fetched anew within each minute, and at once for a key id that they do not
 * have, with a cool-down for each id. So a key that the issuer rotated in loses no request.
 */
export function remoteKeys(url: URL, logger: Logger): Keys {
  const remote = createRemoteJWKSet(url, {
    timeoutDuration: fetchTimeoutMs,
    // The cool-down here is for each key id; jose's own is for all of them.
    cooldownDuration: 0,
    cacheMaxAge: maxAgeMs,
  });
  const unknown = new LRUCache<string, true>({ max: maxUnknownIds, ttl: coolDownMs });
  const outage = new Outage(url, logger);
  let fetches: number[] = [];

  const find: JWTVerifyGetKey = async (header, token) => {
    const { kid, alg } = header;
    // A token that names no key may be of any of them.
    const isKnown = remote.jwks()?.keys.some((key) => kid === undefined || key.kid === kid) ?? false;
    // A key of another algorithm is no match either, and would be asked for each time.
    const id = JSON.stringify(isKnown ? [kid, alg] : [kid]);
    if (remote.fresh && unknown.has(id)) throw new errors.JWKSNoMatchingKey();
    if (remote.fresh && !isKnown) {
      fetches = fetches.filter((at) => performance.now() - at < burstMs);
      if (fetches.length >= maxBurst) throw new KeysUnavailable(`${url.origin}: too many unknown key ids`);
      fetches.push(performance.now());
    }
    try {
      const key = await remote(header, token);
      outage.end();
      return key;
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) {
        outage.end();
        unknown.set(id, true);
        throw error;
      }
      if (error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw outage.begin(error);
    }
  };
  return { find, close: () => undefined };
}

/** An issuer's URL that does not answer: one line in the log when it begins, and one when it is over. */
class Outage {
  #isUnderWay = false;

  constructor(
    private readonly url: URL,
    private readonly logger: Logger,
  ) {}

  begin(cause: unknown): KeysUnavailable {
    if (!this.#isUnderWay)
      this.logger.error(
        { err: cause, jwks: this.url.origin },
        'JWKS unavailable: rejecting all requests until it can be fetched',
      );
    this.#isUnderWay = true;
    return new KeysUnavailable(`${this.url.origin} does not answer with a JSON Web Key Set`);
  }

  end(): void {
    if (!this.#isUnderWay) return;
    this.#isUnderWay = false;
    this.logger.info({ jwks: this.url.origin }, 'JWKS available again');
  }
}
