import { badUserInput } from '../../../shared/errors/cordonError';
import type { AttributionStore } from '../attribution/attribution.store';
import type { HasTracing } from '../tracing/tracing.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import { type AskedReach, findReach } from './findReach';
import { reachView, type WalletReachView } from './reach.view';

/** The maximum of reaches in one request: each is a search and the reads of its wallets' statements. */
const maxPerRequest = 20;

/** Reaches from wallets, computed within this request. */
export interface HasReach {
  readonly reachOf: (asked: Omit<AskedReach, 'knownAt'>) => Promise<WalletReachView>;
}

/** The reaches of one request: one after the other, so that one client does not take every thread. */
export function loadReach(
  attributions: AttributionStore,
  { tenant, now, search }: Pick<HasCaller, 'tenant' | 'now'> & Pick<HasTracing, 'search'>,
): HasReach {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  const statements = (keys: readonly string[]) => attributions.byMatchKeys(keys, tenant);
  return {
    async reachOf(question) {
      if (++asked > maxPerRequest) {
        throw badUserInput(`one request takes ${maxPerRequest} reaches: ask for the others in another`);
      }
      const full = { ...question, knownAt: now };
      const answer = last.then(() =>
        search((view) =>
          view.inTurn(async () => reachView(await findReach(full, view, statements), full, view.graph)),
        ),
      );
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}
