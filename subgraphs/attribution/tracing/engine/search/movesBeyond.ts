import type { TransferGraph } from '../graph/transferGraph';
import type { AssetFrontiers } from './assetFrontiers';

/** The result of looking for longer paths. UNDECIDED where the budget ended the look. */
export type Beyond = 'NOTHING' | 'MORE' | 'UNDECIDED';

interface BeyondQuestion {
  readonly maxHops: number;
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
  { maxHops, ends, isHub }: BeyondQuestion,
): Beyond {
  while (!frontiers.isExhausted && frontiers.hops < maxHops) if (!frontiers.advance()) return 'UNDECIDED';
  if (frontiers.hops < maxHops) return 'NOTHING';
  for (const { asset, frontier, label } of frontiers.reachedLast()) {
    const wallet = frontier.labels.walletOf(label);
    if (
      !ends(wallet) &&
      isHub(wallet) &&
      paysOn(graph, { wallet, asset, from: frontier.labels.from[label] ?? 0 })
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
  /** The first row with which it may go on. */
  readonly from: number;
}

function paysOn({ out, columns }: TransferGraph, { wallet, asset, from }: Arrived): boolean {
  for (let i = (out.starts[wallet + 1] ?? 0) - 1; i >= (out.starts[wallet] ?? 0); i--) {
    const row = out.rows[i] ?? 0;
    if (row < from) return false;
    if (columns.asset[row] === asset) return true;
  }
  return false;
}
