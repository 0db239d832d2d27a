import type { ClientLimits } from '../budget/clientLimits';
import { type Quota, rateLimitHeaders, secondsLeft } from '../budget/rateLimitHeaders';
import type { WindowCounter } from '../budget/windowCounter';
import { requestError } from '../request/requestError';

/** Counts a request of a client. Throws RATE_LIMITED with `retry-after` where it has asked too often. */
export async function limitRate(
  { key, requestsPerMinute: limit }: Pick<ClientLimits, 'key' | 'requestsPerMinute'>,
  requests: WindowCounter,
): Promise<Quota> {
  const quota: Quota = { name: 'requests', limit, count: await requests.add(key, 1) };
  if (quota.count.spent <= limit) return quota;
  const wait = secondsLeft(quota.count);
  throw requestError('RATE_LIMITED', `More than ${limit} requests in a minute: ask again in ${wait} s.`, {
    'retry-after': String(wait),
    ...rateLimitHeaders([quota]),
  });
}
