import { isZero } from '../graph/amounts';
import { type TransferColumns, transactionEnd } from '../graph/transferGraph';

/** The rows of what happened at a row: itself for a transfer; all of its transaction for a UTXO row. */
export function rowsAt(
  columns: TransferColumns,
  row: number,
): { readonly first: number; readonly end: number } {
  const first = columns.transaction[row] ?? -1;
  return first < 0 ? { first: row, end: row + 1 } : { first, end: transactionEnd(columns, first) };
}

/** Returns the wallets on a side of the event at a row. Ends of nobody, and of no amount, are omitted. */
export function walletsAt(columns: TransferColumns, row: number, side: 'from' | 'to'): number[] {
  const { first, end } = rowsAt(columns, row);
  const wallets: number[] = [];
  for (let at = first; at < end; at++) {
    const wallet = columns[side][at] ?? -1;
    if (wallet >= 0 && !isZero(columns.amounts.limbs, at)) wallets.push(wallet);
  }
  return wallets;
}
