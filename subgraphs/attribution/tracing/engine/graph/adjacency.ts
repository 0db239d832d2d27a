import { isZero } from './amounts';
import { sharedInt32 } from './sharedArrays';
import type { Adjacency, TransferColumns } from './transferGraph';

/** The rows by the wallet at one end, in two passes over them. */
export function adjacencyOf(columns: TransferColumns, end: 'from' | 'to', wallets: number): Adjacency {
  const ends = columns[end];
  const starts = sharedInt32(wallets + 1);
  let entries = 0;
  for (let row = 0; row < columns.count; row++) {
    const wallet = ends[row] ?? -1;
    if (wallet < 0 || !moves(columns, row)) continue;
    starts[wallet + 1] = (starts[wallet + 1] ?? 0) + 1;
    entries++;
  }
  for (let wallet = 0; wallet < wallets; wallet++) {
    starts[wallet + 1] = (starts[wallet + 1] ?? 0) + (starts[wallet] ?? 0);
  }
  const rows = sharedInt32(entries);
  const others = sharedInt32(entries);
  const otherEnds = columns[end === 'from' ? 'to' : 'from'];
  const places = starts.slice(0, wallets);
  for (let row = 0; row < columns.count; row++) {
    const wallet = ends[row] ?? -1;
    if (wallet < 0 || !moves(columns, row)) continue;
    const place = places[wallet] ?? 0;
    rows[place] = row;
    others[place] = otherEnds[row] ?? -1;
    places[wallet] = place + 1;
  }
  return { starts, rows, others };
}

/** Tells if a row moves funds from one wallet to another. */
const moves = ({ from, to, amounts }: TransferColumns, row: number) =>
  from[row] !== to[row] && !isZero(amounts.limbs, row);
