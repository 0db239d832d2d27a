import type { Crossings } from './crossingTable';

/**
 * Every transfer that is known, as columns: one immutable state. A newer one is another object. All arrays lie in shared
 * memory, so that a worker thread reads them without a copy.
 */
export interface TransferGraph {
  /** The highest seq that is contained: what an answer names its snapshot by. */
  readonly seq: number;
  readonly wallets: WalletNumbers;
  /** The assets by their number (CAIP-19, each of one chain). */
  readonly assets: readonly string[];
  readonly columns: TransferColumns;
  /** By the wallet that sends. */
  readonly out: Adjacency;
  /** By the wallet that receives. */
  readonly in: Adjacency;
  /** By wallet: 1 where it dealt with so many others that following it means nothing (tracePolicy). */
  readonly busy: Uint8Array;
  /** By row, a bit each: whether it is of the same time as the row before it (instants.ts). */
  readonly instants: Uint8Array;
  /** Recorded swaps and bridges, by which paths may go on with a movement of another asset or chain. */
  readonly crossings: Crossings;
}

/** Wallet ids as whole numbers from 0: the nodes of the graph. A wallet keeps its number in every later state. */
export interface WalletNumbers {
  readonly count: number;
  numberOf(walletId: string): number | undefined;
  /** Throws for a number that was never given. */
  idOf(wallet: number): string;
}

/**
 * One row for a transfer; for a UTXO transaction one row for each input, then one for each output, side by side.
 * Sorted by (time, seq): the number of a row is its place in time. Rows of equal time are in the order of seq, though
 * either may have come first.
 *
 * | row | from | to | amount | seq | transaction |
 * |---|---|---|---|---|---|
 * | transfer | wallet | wallet | the amount moved | its seq | -1 |
 * | UTXO input | wallet, or -1 | -1 | what it spends | that of the first output | first row of the transaction |
 * | UTXO output | -1 | wallet, or -1 | what it makes | its own seq | first row of the transaction |
 */
export interface TransferColumns {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Milliseconds since 1970-01-01. */
  readonly at: Float64Array;
  /** The number of the asset. */
  readonly asset: Uint16Array;
  /** Names the transfer, or the output, in the store. */
  readonly seq: Uint32Array;
  readonly amounts: AmountColumn;
  readonly transaction: Int32Array;
}

/** Amounts in base units, exact at any length. */
export interface AmountColumn {
  /** Four limbs of 32 bits a row, the least significant first: what is below 2^128. */
  readonly limbs: Uint32Array;
  /** By row: what is longer; its limbs are all ones. */
  readonly longer: ReadonlyMap<number, bigint>;
}

/**
 * The rows at which a wallet is on one side, in the order of rows. Those of wallet `w` are `rows[starts[w]]`
 * up to and without `rows[starts[w + 1]]`. Rows that move nothing are omitted: no amount, or from a wallet to
 * itself. Of a UTXO transaction `out` has the inputs and `in` the outputs.
 */
export interface Adjacency {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** By place in `rows`: the wallet at the other end; -1 where that is a UTXO transaction. */
  readonly others: Int32Array;
}

/** The first row after those of the UTXO transaction that begins at a row. */
export function transactionEnd({ transaction, count }: TransferColumns, first: number): number {
  let end = first;
  while (end < count && transaction[end] === first) end++;
  return end;
}
