import { sharedFloat64, sharedInt32, sharedUint16, sharedUint32 } from './sharedArrays';
import type { RowBatch } from './rowBuffer';
import { timeOrder } from './timeOrder';
import type { TransferColumns } from './transferGraph';

/**
 * Merges the rows of a state and those read since, in one order of time. Known rows come before new ones
 * where the times are equal, as their seq is lower; a UTXO transaction stays in one piece.
 */
export function mergeRows(known: TransferColumns | null, batch: RowBatch): TransferColumns {
  const merged = new MergedRows((known?.count ?? 0) + batch.count);
  const order = timeOrder(batch.at, batch.count);
  let taken = 0;
  for (let i = 0; i < batch.count; i++) {
    const row = order ? (order[i] ?? 0) : i;
    const upTo = known ? rowsUntil(known, taken, batch.at[row] ?? 0) : 0;
    if (known && upTo > taken) merged.copyKnown(known, taken, upTo);
    taken = upTo;
    merged.add(batch, row);
  }
  if (known && known.count > taken) merged.copyKnown(known, taken, known.count);
  return merged.columns();
}

/** The first row from `start` on that is later than a time: the rows are galloped over, as new ones lie together. */
function rowsUntil({ at, count }: TransferColumns, start: number, time: number): number {
  let step = 1;
  let low = start;
  while (low + step <= count && (at[low + step - 1] ?? 0) <= time) {
    low += step;
    step *= 2;
  }
  let high = Math.min(count, low + step - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

class MergedRows {
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly at: Float64Array;
  private readonly asset: Uint16Array;
  private readonly seq: Uint32Array;
  private readonly limbs: Uint32Array;
  private readonly transaction: Int32Array;
  private readonly longer = new Map<number, bigint>();
  private filled = 0;
  /** The batch's transaction that is being added: the row where it begins there, and here. */
  private adding = { there: -1, here: -1 };

  constructor(private readonly count: number) {
    this.from = sharedInt32(count);
    this.to = sharedInt32(count);
    this.at = sharedFloat64(count);
    this.asset = sharedUint16(count);
    this.seq = sharedUint32(count);
    this.limbs = sharedUint32(count * 4);
    this.transaction = sharedInt32(count);
  }

  copyKnown(known: TransferColumns, start: number, end: number): void {
    const here = this.filled;
    this.from.set(known.from.subarray(start, end), here);
    this.to.set(known.to.subarray(start, end), here);
    this.at.set(known.at.subarray(start, end), here);
    this.asset.set(known.asset.subarray(start, end), here);
    this.seq.set(known.seq.subarray(start, end), here);
    this.limbs.set(known.amounts.limbs.subarray(start * 4, end * 4), here * 4);
    const shift = here - start;
    const { longer } = known.amounts;
    for (let row = start; row < end; row++) {
      const first = known.transaction[row] ?? -1;
      this.transaction[row + shift] = first < 0 ? first : first + shift;
      const long = longer.size > 0 ? longer.get(row) : undefined;
      if (long !== undefined) this.longer.set(row + shift, long);
    }
    this.filled += end - start;
  }

  add(batch: RowBatch, row: number): void {
    const here = this.filled++;
    this.from[here] = batch.from[row] ?? 0;
    this.to[here] = batch.to[row] ?? 0;
    this.at[here] = batch.at[row] ?? 0;
    this.asset[here] = batch.asset[row] ?? 0;
    this.seq[here] = batch.seqs[row] ?? 0;
    for (let limb = 0; limb < 4; limb++) this.limbs[here * 4 + limb] = batch.limbs[row * 4 + limb] ?? 0;
    this.transaction[here] = this.placeOf(batch.transaction[row] ?? -1, here);
    const long = batch.longer.get(row);
    if (long !== undefined) this.longer.set(here, long);
  }

  private placeOf(transaction: number, here: number): number {
    if (transaction < 0) return -1;
    if (this.adding.there !== transaction) this.adding = { there: transaction, here };
    return this.adding.here;
  }

  columns(): TransferColumns {
    const { count, from, to, at, asset, seq, limbs, longer, transaction } = this;
    return { count, from, to, at, asset, seq, transaction, amounts: { limbs, longer } };
  }
}
