import type { Model } from 'mongoose';
import { standing } from '../view/viewFields.record';
import type { ProcessKnowledge } from './disclosure.rules';
import type { LegalProcessRecord } from './legalProcess.record';

/** The only place that reads legal processes. */
export interface LegalProcessStore {
  /**
   * One that must not be disclosed to who asks is not read at all: whoever asks sees neither it nor that something is
   * missing (DOMAIN, invariant 8).
   */
  byIds(ids: readonly string[], knowledge: ProcessKnowledge): Promise<LegalProcessRecord[]>;
  /** The processes that somebody may not know of: what rests on them is left out of lists that would tell of them. */
  hiddenFrom(knowledge: ProcessKnowledge): Promise<string[]>;
}

export function legalProcessStore(processes: Model<LegalProcessRecord>): LegalProcessStore {
  return {
    byIds: (ids, knowledge) =>
      processes
        .find({ _id: { $in: [...ids] }, ...standing, ...knownTo(knowledge) })
        .lean<LegalProcessRecord[]>(),
    hiddenFrom: async ({ restricted, subject }) =>
      restricted ? [] : processes.distinct('_id', { disclosure: 'RESTRICTED', audience: { $ne: subject } }),
  };
}

const knownTo = ({ restricted, subject }: ProcessKnowledge) =>
  restricted ? {} : { $or: [{ disclosure: 'OPEN' as const }, { audience: subject }] };
