import { sharedUint8 } from './sharedArrays';
import { type Adjacency, type TransferColumns, transactionEnd } from './transferGraph';

interface Sides {
  readonly columns: TransferColumns;
  readonly out: Adjacency;
  readonly in: Adjacency;
}

/**
 * Marks wallets by number: 1 where it dealt with `minCounterparties` others or more, in either direction and in any
 * asset. Of a UTXO transaction each output's wallet is a counterparty of each input's.
 */
export function busyWallets(sides: Sides, wallets: number, minCounterparties: number): Uint8Array {
  const busy = sharedUint8(wallets);
  const seenBy = new Int32Array(wallets).fill(-1);
  for (let wallet = 0; wallet < wallets; wallet++) {
    if (
      mayBeBusy(sides, wallet, minCounterparties) &&
      counterparties(sides, wallet, { seenBy, minCounterparties }) >= minCounterparties
    ) {
      busy[wallet] = 1;
    }
  }
  return busy;
}

/** Fewer rows than that cannot name so many others; of UTXO transactions each names as many as it has rows. */
function mayBeBusy(
  { columns, out, in: received }: Sides,
  wallet: number,
  minCounterparties: number,
): boolean {
  let possible = 0;
  for (const { starts, rows, others } of [out, received]) {
    const end = starts[wallet + 1] ?? 0;
    for (let i = starts[wallet] ?? 0; i < end && possible < minCounterparties; i++) {
      if ((others[i] ?? -1) >= 0) possible++;
      else {
        const first = columns.transaction[rows[i] ?? 0] ?? 0;
        possible += transactionEnd(columns, first) - first;
      }
    }
  }
  return possible >= minCounterparties;
}

interface Counting {
  /** By wallet: for whom it was counted last. */
  readonly seenBy: Int32Array;
  readonly minCounterparties: number;
}

function counterparties(sides: Sides, wallet: number, { seenBy, minCounterparties }: Counting): number {
  const { columns, out, in: received } = sides;
  let count = 0;
  const note = (other: number) => {
    if (other < 0 || other === wallet || seenBy[other] === wallet) return;
    seenBy[other] = wallet;
    count++;
  };
  for (const [{ starts, rows, others }, ends] of [
    [out, columns.to],
    [received, columns.from],
  ] as const) {
    const end = starts[wallet + 1] ?? 0;
    for (let i = starts[wallet] ?? 0; i < end && count < minCounterparties; i++) {
      const other = others[i] ?? -1;
      if (other >= 0) note(other);
      else {
        const first = columns.transaction[rows[i] ?? 0] ?? 0;
        for (let row = first; columns.transaction[row] === first; row++) note(ends[row] ?? -1);
      }
    }
  }
  return count;
}
