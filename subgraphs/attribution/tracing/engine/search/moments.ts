import { sharesInstant } from '../graph/instants';
import type { TransferColumns, TransferGraph } from '../graph/transferGraph';

/**
 * Moments are rows, as rows are in the order of time: comparing them does not read the times. A moment stands
 * for all rows of its instant: the first of them where funds go on from it, the last where they come to it.
 */

/** The first row of equal time. */
export function firstOfInstant({ columns: { at }, instants }: TransferGraph, row: number): number {
  if (!sharesInstant(instants, row)) return row;
  const time = at[row];
  let step = 1;
  let high = row - 1;
  while (high - step >= 0 && at[high - step] === time) {
    high -= step;
    step *= 2;
  }
  let low = Math.max(0, high - step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle] === time) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** The last row of equal time. */
export function lastOfInstant({ columns: { at, count }, instants }: TransferGraph, row: number): number {
  if (!sharesInstant(instants, row + 1)) return row;
  const time = at[row];
  let step = 1;
  let low = row + 1;
  while (low + step < count && at[low + step] === time) {
    low += step;
    step *= 2;
  }
  let high = Math.min(count - 1, low + step);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (at[middle] === time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns the first row that is not before a time, or the number of rows. */
export function firstRowFrom({ at, count }: TransferColumns, time: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the last row that is not after a time, or -1. */
export function lastRowUntil({ at, count }: TransferColumns, time: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
