import type { Model } from 'mongoose';
import type { ContradictionRecord } from './contradiction.record';

/** The only place that reads contradictions. */
export interface ContradictionStore {
  /** All, or those that one of these claims is in; sorted by id. */
  among(claimIds: readonly string[] | null): Promise<ContradictionRecord[]>;
}

export function contradictionStore(contradictions: Model<ContradictionRecord>): ContradictionStore {
  return {
    among: (claimIds) =>
      contradictions
        .find(claimIds === null ? {} : { claimIds: { $in: [...claimIds] } })
        .sort({ _id: 1 })
        .lean<ContradictionRecord[]>(),
  };
}
