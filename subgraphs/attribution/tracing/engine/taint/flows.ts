import type { AmountColumn } from '../graph/transferGraph';

/**
 * Movements of one asset, in the order in which they happened, between numbered holders. A transfer is one
 * flow. A UTXO transaction is a flow from each input to the passing holder, and from there one to each output
 * and one for the fee. A flow from a holder to itself moves nothing.
 */
export interface Flows {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly amounts: AmountColumn;
}

/** The holders of flows. */
export interface Holders {
  readonly count: number;
  /**
   * By holder: the mark of all that it pays, whatever it received (it is an end: its receipts stay apart). -1
   * where it pays from its receipts.
   */
  readonly marks: Int32Array;
  /**
   * The holder that the flows of a UTXO transaction pass through; empty between two transactions. -1: no
   * transaction has one.
   */
  readonly passing: number;
  /** Labels below this are taint; the others are only told apart. */
  readonly taints: number;
  /** The label of funds that nobody was seen to receive. */
  readonly unseen: number;
}

/**
 * Returns a label with its straightness (it comes straight from its source) as one number. Funds kept by a
 * holder that is no source are not straight any more when it pays them on. Equal remainders are served in the
 * order of these numbers.
 */
export const markOf = (label: number, straight: boolean): number => label * 2 + (straight ? 0 : 1);
export const labelOf = (mark: number): number => mark >> 1;
export const isStraight = (mark: number): boolean => (mark & 1) === 0;

/** Returns the mark of funds in a holder: an end and the passing holder leave it as it is. */
export function markIn({ marks, passing }: Holders, holder: number, mark: number): number {
  return holder === passing || (marks[holder] ?? -1) >= 0 ? mark : mark | 1;
}

/** An amount and all the marks that it bears: one by every method but POISON. */
export interface Part {
  readonly marks: readonly number[];
  readonly amount: bigint;
}

/** Returns the parts that a sweep left in a holder. */
export type HoldingOf = (holder: number) => readonly Part[];
