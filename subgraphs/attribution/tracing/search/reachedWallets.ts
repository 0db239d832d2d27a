import type { TransferGraph } from '../graph/transferGraph';
import { Cuts, type CutsFound } from './cuts';
import { hub, hubReason } from './marks';
import { returnScratch, takeScratch } from './scratch';
import { type Budget, Spread, type SpreadDirection } from './spread';

export interface ReachedQuestion {
  readonly wallets: readonly number[];
  /** Where funds went from them (OUT), or where they came from (IN). */
  readonly direction: SpreadDirection;
  /** By wallet (`marks`): hubs are reached and not followed, except where the question begins. */
  readonly marks: Uint8Array;
  readonly maxHops: number;
  readonly budget: number;
}

export interface ReachedAnswer {
  /** Each wallet once, with the fewest hops to it; those of the question are 0 away. */
  readonly wallets: readonly { readonly wallet: number; readonly hops: number }[];
  readonly cuts: CutsFound;
  readonly completeness: 'COMPLETE' | 'HUB_CUT' | 'BUDGET';
}

/** Every wallet that funds can have gone to from some wallets, or come from, in time order and within one asset. */
export function reachedWallets(graph: TransferGraph, question: ReachedQuestion): ReachedAnswer {
  const { wallets, marks, direction, maxHops } = question;
  const own = new Set(wallets);
  const fewest = new Map(wallets.map((wallet) => [wallet, 0]));
  const cuts = new Cuts();
  const budget: Budget = { left: question.budget };
  const follows = (wallet: number) => ((marks[wallet] ?? 0) & hub) === 0 || own.has(wallet);
  for (let asset = 0; asset < graph.assets.length; asset++) {
    const scratch = takeScratch(graph.wallets.count);
    const spread = new Spread(graph, scratch, { direction, asset, budget, follows });
    for (const wallet of own) spread.start(wallet);
    while (spread.size > 0 && spread.hops < maxHops && spread.advance());
    for (let label = 0; label < spread.labels.count; label++) {
      const wallet = spread.labels.walletOf(label);
      const hops = spread.labels.hopsOf(label);
      fewest.set(wallet, Math.min(hops, fewest.get(wallet) ?? Infinity));
      if (!follows(wallet) && hops < maxHops) cuts.add(wallet, hubReason(marks[wallet] ?? 0));
    }
    if (spread.stoppedAt !== null) {
      for (const label of spread.level(spread.stoppedAt)) cuts.add(spread.labels.walletOf(label), 'BUDGET');
    }
    returnScratch(scratch);
  }
  const isCut = cuts.found().count > 0;
  return {
    wallets: [...fewest].map(([wallet, hops]) => ({ wallet, hops })),
    cuts: cuts.found(),
    completeness: cuts.has('BUDGET') ? 'BUDGET' : isCut ? 'HUB_CUT' : 'COMPLETE',
  };
}
