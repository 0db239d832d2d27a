import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { callerKey } from '../../shared/identity/callerKey';
import type { Identity } from '../../shared/identity/identity';
import { requestError } from '../request/requestError';

/** Throws RATE_LIMITED with `retry-after` where the caller has asked too often. */
export type LimitRate = (caller: Identity) => Promise<void>;

/** Counts the requests of each caller over a minute, in this process. */
export function rateLimit(perMinute: number): LimitRate {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (caller) => {
    try {
      await limiter.consume(callerKey(caller));
    } catch (outcome) {
      if (!(outcome instanceof RateLimiterRes)) throw outcome;
      const seconds = Math.max(1, Math.ceil(outcome.msBeforeNext / 1_000));
      const message = `More than ${perMinute} requests in a minute: ask again in ${seconds} s.`;
      throw requestError('RATE_LIMITED', message, { 'retry-after': String(seconds) });
    }
  };
}
