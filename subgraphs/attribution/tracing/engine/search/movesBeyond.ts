import type { TransferGraph } from '../graph/transferGraph';
import type { AssetFrontiers } from './assetFrontiers';
import type { FrontierDirection } from './frontier';

/** The result of looking for longer paths. UNDECIDED where the budget ended the look. */
export type Beyond = 'NOTHING' | 'MORE' | 'UNDECIDED';

interface BeyondQuestion {
  readonly maxHops: number;
  /** The direction of the frontiers. Default: OUT. */
  readonly direction?: FrontierDirection;
  /** Tells if a wallet ends all paths: the funds that leave it are no longer those followed. */
  readonly ends: (wallet: number) => boolean;
  readonly isHub: (wallet: number) => boolean;
}

/**
 * Looks one hop beyond the hops of a search, from frontiers in which nothing was followed yet. Funds move on
 * where that hop comes to a new wallet, or where a hub that is reached with the last hop pays on.
 */
export function movesBeyond(
  graph: TransferGraph,
  frontiers: AssetFrontiers,
  { maxHops, direction = 'OUT', ends, isHub }: BeyondQuestion,
): Beyond {
  while (!frontiers.isExhausted && frontiers.hops < maxHops) if (!frontiers.advance()) return 'UNDECIDED';
  if (frontiers.hops < maxHops) return 'NOTHING';
  for (const { asset, frontier, label } of frontiers.reachedLast()) {
    const wallet = frontier.labels.walletOf(label);
    if (
      !ends(wallet) &&
      isHub(wallet) &&
      movesOn(graph, direction, { wallet, asset, from: frontier.labels.from[label] ?? 0 })
    )
      return 'MORE';
  }
  if (frontiers.isExhausted) return 'NOTHING';
  const isWhole = frontiers.advance();
  for (const _ of frontiers.reachedLast()) return 'MORE';
  if (frontiers.crossing.length > 0) return 'MORE';
  return isWhole ? 'NOTHING' : 'UNDECIDED';
}

interface Arrived {
  readonly wallet: number;
  readonly asset: number;
  /** The first moment at which it may go on, in the direction of the search. */
  readonly from: number;
}

/** Tells if a wallet paid on (OUT), or had received before (IN), the followed funds. */
function movesOn(
  graph: TransferGraph,
  direction: FrontierDirection,
  { wallet, asset, from }: Arrived,
): boolean {
  const [{ starts, rows }, sign] = direction === 'OUT' ? [graph.out, 1] : [graph.in, -1];
  for (let i = starts[wallet] ?? 0; i < (starts[wallet + 1] ?? 0); i++) {
    const row = rows[i] ?? 0;
    if (sign * row >= from && graph.columns.asset[row] === asset) return true;
  }
  return false;
}
