import { CordonError } from '../../../shared/errors/cordonError';
import type { TracingView } from '../tracing/runtime/transferEngine';
import type { OwnedWallet } from '../tracing/findAccountTraces';
import { marks } from '../tracing/engine/search/marks';
import type { Claim, ExposureQuestion } from '../tracing/engine/taint/exposureQuestion';
import { RegionSearch } from '../tracing/engine/taint/region';
import { shareOf } from './exposure.view';
import { exposurePolicy } from './exposurePolicy';
import { runSequentially, isTooBusy, workClock } from './searchInTurns';

/** The question for the share of a wallet's receipts that is from one actor's wallets. */
export interface AskedShare {
  readonly walletId: string;
  /** CAIP-19 */
  readonly asset: string;
  /** Only what happened up to then. */
  readonly until: Date;
  /** The maximum distance of the actor's wallets, in hops. */
  readonly maxHops: number;
  /** The owned wallets that are the sources, with their times. */
  readonly owned: readonly OwnedWallet[];
}

const actor = 'the actor';
const closed: Claim = { owner: 'another service', categories: [], from: -Infinity, until: Infinity };

/**
 * Returns the share, by HAIRCUT, of a wallet's receipts of an asset by then that is from the actor's wallets:
 * 0 to 1. As for a trace, nothing is followed through services and custodial wallets. Funds behind them,
 * behind busy wallets or further away are not counted as the actor's. Null where it is not known: the budget
 * did not allow to examine all of it. Throws TOO_MANY_TRANSFERS, TRACING_DEADLINE.
 */
export async function findShare(
  asked: AskedShare,
  { graph, marks: bits, ask, signal }: TracingView,
): Promise<number | null> {
  const subject = graph.wallets.numberOf(asked.walletId);
  const asset = graph.assets.indexOf(asked.asset);
  if (subject === undefined || asset < 0) return null;
  const question: ExposureQuestion = {
    subject,
    asset,
    direction: 'IN',
    maxHops: asked.maxHops,
    until: asked.until.getTime(),
    budget: exposurePolicy.budget,
  };
  const claims = new Map<number, Claim[]>();
  for (const { walletId, from, until } of asked.owned) {
    const wallet = graph.wallets.numberOf(walletId);
    if (wallet === undefined) continue;
    claims.set(wallet, [...(claims.get(wallet) ?? []), { owner: actor, categories: [], from, until }]);
  }
  if (isTooBusy(graph, { walletId: asked.walletId, direction: 'IN' })) {
    throw new CordonError(
      'TOO_MANY_TRANSFERS',
      `the wallet received more than ${exposurePolicy.subjectRows} transfers: a share examines no more`,
    );
  }
  const clock = workClock(signal);
  const search = new RegionSearch(graph, question);
  for (
    let met = await runSequentially(search.meet(), clock);
    met;
    met = await runSequentially(search.meet(), clock)
  ) {
    for (const wallet of met) {
      const isClosed = ((bits[wallet] ?? 0) & (marks.custodial | marks.service)) !== 0;
      if (isClosed && !claims.has(wallet)) claims.set(wallet, [closed]);
    }
    search.classify(claims);
  }
  const answer = await ask('exposure', { ...question, method: 'HAIRCUT', regions: search.regions(), claims });
  const [found] = answer.assets;
  if (!found || found.total === 0n || answer.cut.some(({ cause }) => cause === 'BUDGET')) return null;
  return shareOf(found.byOwner.find(({ name }) => name === actor)?.amount ?? 0n, found.total);
}
