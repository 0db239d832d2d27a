import type { TransferGraph } from '../../subgraphs/attribution/tracing/engine/graph/transferGraph';
import { AssetFrontiers } from '../../subgraphs/attribution/tracing/engine/search/assetFrontiers';

interface Reached {
  readonly wallet: number;
  readonly hops: number;
}

/**
 * Returns every wallet that funds can have gone to from some wallets, in time order and within one asset:
 * each once, with the fewest hops to it. It uses the frontiers of every search, without hubs or a budget.
 */
export function reachedWallets(
  graph: TransferGraph,
  wallets: readonly number[],
  maxHops = Infinity,
): Reached[] {
  const fewest = new Map(wallets.map((wallet) => [wallet, 0]));
  for (let asset = 0; asset < graph.assets.length; asset++) {
    const frontiers = new AssetFrontiers(graph, {
      direction: 'OUT',
      budget: { left: Infinity },
      follows: () => true,
      crossesTo: () => false,
    });
    for (const wallet of wallets) frontiers.of(asset).start(wallet);
    while (!frontiers.isExhausted && frontiers.hops < maxHops && frontiers.advance());
    for (const { frontier, label } of frontiers.labels()) {
      const wallet = frontier.labels.walletOf(label);
      fewest.set(wallet, Math.min(frontier.labels.hopsOf(label), fewest.get(wallet) ?? Infinity));
    }
    frontiers.close();
  }
  return [...fewest].map(([wallet, hops]) => ({ wallet, hops }));
}
