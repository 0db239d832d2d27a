import type { Model } from 'mongoose';
import type { LegalProcessRecord } from './legalProcess.record';

/** The only place that reads legal processes. */
export interface LegalProcessStore {
  /**
   * Without `restricted`, one that must not be disclosed is not read at all: whoever asks sees neither it nor that
   * something is missing (DOMAIN, invariant 8).
   */
  byIds(ids: readonly string[], seen: { readonly restricted: boolean }): Promise<LegalProcessRecord[]>;
}

export function legalProcessStore(processes: Model<LegalProcessRecord>): LegalProcessStore {
  return {
    byIds: (ids, { restricted }) =>
      processes
        .find({ _id: { $in: [...ids] }, ...(restricted ? {} : { disclosure: 'OPEN' }) })
        .lean<LegalProcessRecord[]>(),
  };
}
