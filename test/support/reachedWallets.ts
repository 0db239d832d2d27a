import type { TransferGraph } from '../../subgraphs/attribution/tracing/engine/graph/transferGraph';
import { AssetSpreads } from '../../subgraphs/attribution/tracing/engine/search/assetSpreads';

interface Reached {
  readonly wallet: number;
  readonly hops: number;
}

/**
 * Every wallet that funds can have gone to from some wallets, in time order and within one asset: each once, with the
 * fewest hops to it. By the spreads that every search is made of; no hub, no budget.
 */
export function reachedWallets(
  graph: TransferGraph,
  wallets: readonly number[],
  maxHops = Infinity,
): Reached[] {
  const fewest = new Map(wallets.map((wallet) => [wallet, 0]));
  for (let asset = 0; asset < graph.assets.length; asset++) {
    const spreads = new AssetSpreads(graph, {
      direction: 'OUT',
      budget: { left: Infinity },
      follows: () => true,
      crossesTo: () => false,
    });
    for (const wallet of wallets) spreads.of(asset).start(wallet);
    while (!spreads.isExhausted && spreads.hops < maxHops && spreads.advance());
    for (const { spread, label } of spreads.labels()) {
      const wallet = spread.labels.walletOf(label);
      fewest.set(wallet, Math.min(spread.labels.hopsOf(label), fewest.get(wallet) ?? Infinity));
    }
    spreads.close();
  }
  return [...fewest].map(([wallet, hops]) => ({ wallet, hops }));
}
