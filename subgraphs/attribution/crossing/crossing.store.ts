import type { Model } from 'mongoose';
import { recordsBetween, type SeqRange } from '../sequence/recordsBetween.store';
import type { CrossingRecord } from './crossing.record';

/** The movements of a crossing, by their seqs. */
export interface CrossingPlace {
  readonly inSeq: number;
  readonly outSeq: number;
}

/** The only place that reads crossings. */
export interface CrossingStore {
  /** In the order of seq, streamed. */
  between(range: SeqRange): AsyncIterable<CrossingRecord>;
  /** Returns the crossings that lead to one of these movements. */
  byOutSeqs(outSeqs: readonly number[]): Promise<CrossingRecord[]>;
}

export function crossingStore(crossings: Model<CrossingRecord>): CrossingStore {
  return {
    between: (range) => recordsBetween(crossings, range),
    byOutSeqs: (outSeqs) => crossings.find({ outSeq: { $in: [...outSeqs] } }).lean<CrossingRecord[]>(),
  };
}

export const placeKey = ({ inSeq, outSeq }: CrossingPlace): string => `${inSeq} ${outSeq}`;
