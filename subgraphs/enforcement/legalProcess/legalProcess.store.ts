import type { Model } from 'mongoose';
import { standing } from '../projection/projectionFields.record';
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
  /** The processes that somebody is not shown as a basis (disclosure.rules.ts): the hidden ones, and others. */
  withheldFrom(knowledge: ProcessKnowledge): Promise<string[]>;
  /** Those of these ids that are or ever were a process, also retracted ones: for what must not show. */
  idsEver(ids: readonly string[]): Promise<string[]>;
}

export function legalProcessStore(processes: Model<LegalProcessRecord>): LegalProcessStore {
  return {
    byIds: (ids, knowledge) =>
      processes
        .find({ _id: { $in: [...ids] }, ...standing, ...knownTo(knowledge) })
        .lean<LegalProcessRecord[]>(),
    withheldFrom: async ({ restricted, name }) =>
      restricted
        ? []
        : processes.distinct('_id', {
            $or: [{ disclosure: 'RESTRICTED' }, { mayNotify: false }],
            audience: { $ne: name },
          }),
    idsEver: (ids) => processes.distinct('_id', { _id: { $in: [...ids] } }),
    hiddenFrom: async ({ restricted, name }) =>
      restricted ? [] : processes.distinct('_id', { disclosure: 'RESTRICTED', audience: { $ne: name } }),
  };
}

const knownTo = ({ restricted, name }: ProcessKnowledge) =>
  restricted ? {} : { $or: [{ disclosure: 'OPEN' as const }, { audience: name }] };
