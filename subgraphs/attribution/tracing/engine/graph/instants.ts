import { sharedUint8 } from './sharedArrays';
import type { TransferColumns } from './transferGraph';

/** A bit for each row, and one more: whether it is of the same time as the row before it. An eighth of a byte a row. */
export function instantsOf({ at, count }: TransferColumns): Uint8Array {
  const instants = sharedUint8((count >> 3) + 1);
  for (let row = 1; row < count; row++) {
    if (at[row] === at[row - 1]) instants[row >> 3] = (instants[row >> 3] ?? 0) | (1 << (row & 7));
  }
  return instants;
}

export const sharesInstant = (instants: Uint8Array, row: number): boolean =>
  ((instants[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
