import type { ClientLimits } from '../budget/clientLimits';
import { leftOf, type Quota, rateLimitHeaders, secondsLeft } from '../budget/rateLimitHeaders';
import type { Count, WindowCounter } from '../budget/windowCounter';
import { requestError } from '../request/requestError';

/** The charge of an operation. */
export interface Charge {
  /** Gives back what was not used of it. Returns what is left of the client's limits. */
  settle(spent: number): Promise<readonly Quota[]>;
}

/**
 * Charges a client the estimated cost of an operation. Throws COST_BUDGET_EXCEEDED with `retry-after` where less is left
 * for the hour; nothing is charged then.
 */
export async function chargeCost(
  { key, costPerHour: limit }: Pick<ClientLimits, 'key' | 'costPerHour'>,
  estimate: number,
  { costs, requests }: { readonly costs: WindowCounter; readonly requests: Quota },
): Promise<Charge> {
  if (limit === undefined) return { settle: () => Promise.resolve([requests]) };
  const quotaOf = (count: Count): Quota => ({ name: 'cost', limit, count });
  const charged = await costs.add(key, estimate);
  if (charged.spent > limit) {
    const quota = quotaOf(await costs.takeBack(key, estimate, charged));
    const wait = secondsLeft(quota.count);
    throw requestError(
      'COST_BUDGET_EXCEEDED',
      `The operation is estimated to cost ${estimate}; ${leftOf(quota)} of ${limit} is left for this hour: ask for less, or again in ${wait} s.`,
      { 'retry-after': String(wait), ...rateLimitHeaders([requests, quota]) },
    );
  }
  return {
    settle: async (spent) => [
      requests,
      quotaOf(await costs.takeBack(key, Math.max(0, estimate - spent), charged)),
    ],
  };
}
