import { inMemory, minute } from '../budget/openCounters';
import { secondsLeft } from '../budget/rateLimitHeaders';
import { WindowCounter } from '../budget/windowCounter';
import { requestError } from '../request/requestError';

/** Throws RATE_LIMITED with `retry-after` where too many requests came from an address. */
export type LimitAddress = (address: string) => Promise<void>;

/** Counts the requests of each address over a minute, in this process: nothing is asked of others before a token is verified. */
export function addressLimit(perMinute: number): LimitAddress {
  const counter = new WindowCounter(inMemory('addresses', minute));
  return async (address) => {
    const count = await counter.add(address, 1);
    if (count.spent <= perMinute) return;
    const wait = secondsLeft(count);
    throw requestError(
      'RATE_LIMITED',
      `More than ${perMinute} requests in a minute from one address: ask again in ${wait} s.`,
      { 'retry-after': String(wait) },
    );
  };
}
