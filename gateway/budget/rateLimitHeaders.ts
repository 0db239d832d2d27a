import type { Count } from './windowCounter';
import { hour, minute } from './openCounters';

/** One limit, and the count under it. */
export interface Quota {
  readonly name: 'requests' | 'cost';
  readonly limit: number;
  readonly count: Count;
}

const seconds = { requests: minute, cost: hour };

/**
 * Returns the headers with a client's limits and the rest of each (draft-ietf-httpapi-ratelimit-headers-10).
 */
export function rateLimitHeaders(quotas: readonly Quota[]): Readonly<Record<string, string>> {
  return {
    'ratelimit-policy': quotas.map(({ name, limit }) => `"${name}";q=${limit};w=${seconds[name]}`).join(', '),
    ratelimit: quotas
      .map((quota) => `"${quota.name}";r=${leftOf(quota)};t=${secondsLeft(quota.count)}`)
      .join(', '),
  };
}

export const leftOf = ({ limit, count }: Quota): number => Math.max(0, limit - count.spent);

/** Whole seconds to the end of the window, at least one. */
export const secondsLeft = ({ endsAt }: Count): number =>
  Math.max(1, Math.ceil((endsAt - Date.now()) / 1_000));
