import type { TransferGraph } from '../graph/transferGraph';
import type { AssetSpreads } from './assetSpreads';

/** Whether a search of more hops would find more. UNDECIDED where the budget ended the look. */
export type Beyond = 'NOTHING' | 'MORE' | 'UNDECIDED';

interface BeyondQuestion {
  readonly maxHops: number;
  /** Whether a wallet ends all ways: what leaves it is no more the funds that are followed. */
  readonly ends: (wallet: number) => boolean;
  readonly isHub: (wallet: number) => boolean;
}

/**
 * Looks one hop beyond the hops of a search, from spreads that nothing was followed in yet: funds move on where that hop
 * comes to a wallet anew, or where a hub that is reached with the last hop pays on.
 */
export function movesBeyond(
  graph: TransferGraph,
  spreads: AssetSpreads,
  { maxHops, ends, isHub }: BeyondQuestion,
): Beyond {
  while (!spreads.isExhausted && spreads.hops < maxHops) if (!spreads.advance()) return 'UNDECIDED';
  if (spreads.hops < maxHops) return 'NOTHING';
  for (const { asset, spread, label } of spreads.reachedLast()) {
    const wallet = spread.labels.walletOf(label);
    if (
      !ends(wallet) &&
      isHub(wallet) &&
      paysOn(graph, { wallet, asset, from: spread.labels.from[label] ?? 0 })
    )
      return 'MORE';
  }
  if (spreads.isExhausted) return 'NOTHING';
  const isWhole = spreads.advance();
  for (const _ of spreads.reachedLast()) return 'MORE';
  if (spreads.crossing.length > 0) return 'MORE';
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
