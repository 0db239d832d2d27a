import type { Adjacency, TransferGraph } from '../graph/transferGraph';

/** The assets that ways between two wallets may be of, where they begin in one. */
export interface AssetRoute {
  /** The asset that leaves the first wallet. */
  readonly asset: number;
  /** The assets that may arrive at the other, to which crossings lead. */
  readonly goals: ReadonlySet<number>;
  /** All that a way may be of from the one to the other. */
  readonly assets: ReadonlySet<number>;
}

interface Wallets {
  readonly from: number;
  readonly to: number;
}

/** By each asset that the one wallet sent, in the order of their numbers: how it may arrive at the other. */
export function assetRoutes(graph: TransferGraph, { from, to }: Wallets): AssetRoute[] {
  const { assetSteps } = graph.crossings;
  const received = assetsOf(graph, graph.in, to);
  const backwards = assetSteps.map(([before, after]) => [after, before] as const);
  return [...assetsOf(graph, graph.out, from)]
    .sort((a, b) => a - b)
    .flatMap((asset) => {
      const reached = closure([asset], assetSteps);
      const goals = new Set([...received].filter((goal) => reached.has(goal)));
      const leading = closure(goals, backwards);
      const assets = new Set([...reached].filter((one) => leading.has(one)));
      return goals.size > 0 ? [{ asset, goals, assets }] : [];
    });
}

function assetsOf({ columns }: TransferGraph, { starts, rows }: Adjacency, wallet: number): Set<number> {
  const assets = new Set<number>();
  for (let i = starts[wallet] ?? 0; i < (starts[wallet + 1] ?? 0); i++) {
    assets.add(columns.asset[rows[i] ?? 0] ?? 0);
  }
  return assets;
}

/** Some assets and all that steps lead to from them. */
function closure(from: Iterable<number>, steps: readonly (readonly [number, number])[]): Set<number> {
  const found = new Set(from);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [one, next] of steps) if (found.has(one)) found.add(next);
  }
  return found;
}
