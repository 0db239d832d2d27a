import type { PairIndex } from './pairIndex';

/** That funds went on from one movement with another, across assets or chains, as somebody recorded it: by their seqs. */
export interface CrossingFacts {
  readonly seq: number;
  readonly inSeq: number;
  readonly outSeq: number;
}

/** The crossings of a state in the order of seq, whether or not their movements are there. */
export interface CrossingColumns {
  readonly seq: Uint32Array;
  readonly inSeq: Uint32Array;
  readonly outSeq: Uint32Array;
}

/** The crossings in one direction: with the funds, or back to their origin. */
export interface CrossingSide {
  /** By wallet: the rows that cross and that funds leave it with (backwards: arrive with). */
  readonly rowsAt: PairIndex;
  /** By such a row: the rows that a way goes on with. */
  readonly nextOf: PairIndex;
}

/** The crossings that ways can take, by the rows of one state. */
export interface Crossings {
  readonly columns: CrossingColumns;
  /** The number of crossings that paths can take: both movements are stored, and can follow each other. */
  readonly count: number;
  readonly ahead: CrossingSide;
  readonly back: CrossingSide;
  /** From which asset to which, each pair once. */
  readonly assetSteps: readonly (readonly [number, number])[];
}
