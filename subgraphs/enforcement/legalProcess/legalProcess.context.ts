import type DataLoader from 'dataloader';
import { loadOne } from '../../../shared/batch/loaders';
import type { ProcessKnowledge } from './disclosure.rules';
import type { LegalProcessRecord } from './legalProcess.record';
import type { LegalProcessStore } from './legalProcess.store';

/** The part of the context that the resolvers of legal processes use. */
export interface HasLegalProcesses {
  readonly stores: {
    readonly processes: LegalProcessStore;
  };
  /** The legal processes that the caller may know of. */
  readonly knowledge: ProcessKnowledge;
  /** Null for one that the caller may not know of, as for one that does not exist. */
  readonly processById: DataLoader<string, LegalProcessRecord | null>;
}

export const legalProcessLoaders = (
  { processes }: HasLegalProcesses['stores'],
  knowledge: ProcessKnowledge,
): Omit<HasLegalProcesses, 'stores'> => ({
  knowledge,
  processById: loadOne(
    (ids) => processes.byIds(ids, knowledge),
    (process) => process._id,
  ),
});
