import type { Model } from 'mongoose';
import { insertMissing } from '../../../shared/mongo/insertRows';
import type { ContradictionRecord } from './contradiction.record';

/**
 * The only place that queries contradictions: those that editors typed. Contradictions by rule are found when
 * they are asked for.
 */
export interface ContradictionStore {
  /** All, sorted by id: each was typed by hand, so that they are few. */
  all(): Promise<ContradictionRecord[]>;
  /** Stores those that are new. */
  add(contradictions: readonly ContradictionRecord[]): Promise<unknown>;
}

export function contradictionStore(contradictions: Model<ContradictionRecord>): ContradictionStore {
  return {
    all: () => contradictions.find().sort({ _id: 1 }).lean<ContradictionRecord[]>(),
    add: (given) => insertMissing(contradictions, given),
  };
}
