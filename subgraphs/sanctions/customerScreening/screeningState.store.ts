import type { Model } from 'mongoose';
import { chunksOf } from '../../../shared/batch/chunks';
import { insertMissing } from '../../../shared/mongo/insertRows';
import type { HeldLease } from '../../../shared/mongo/lease';
import { membersOf } from '../list/content.rules';
import type { StatePart } from './listState.rules';
import { type WordCountStore, wordCountStore } from './wordCount.store';
import type {
  ChangedEntryRecord,
  CountedWordsRecord,
  ListState,
  ScreenedPartRecord,
  ScreeningJob,
  ScreeningRunRecord,
  ScreeningStateRecord,
} from './screeningState.record';

export interface ScreeningStateModels {
  readonly screeningStates: Model<ScreeningStateRecord>;
  readonly screenedParts: Model<ScreenedPartRecord>;
  readonly changedEntries: Model<ChangedEntryRecord>;
  readonly countedWords: Model<CountedWordsRecord>;
  readonly screeningRuns: Model<ScreeningRunRecord>;
}

export type ScreeningProgress = Pick<ScreeningStateRecord, 'done' | 'job'>;

/** The only place that reads and writes how far customers are screened. */
export interface ScreeningStateStore extends WordCountStore {
  read(): Promise<ScreeningProgress>;
  /** Writes a job, or its end, where the lease is held still. Throws where it was lost. */
  put(lease: HeldLease, progress: Partial<ScreeningProgress>): Promise<void>;
  keepParts(parts: readonly StatePart[]): Promise<void>;
  /** The members of parts, by id. Throws where one is missing: a state that is named is whole. */
  parts(ids: readonly string[]): Promise<Map<string, Map<string, string>>>;
  keepEntries(
    sequence: number,
    entries: readonly Omit<ChangedEntryRecord, '_id' | 'sequence'>[],
  ): Promise<void>;
  entries(sequence: number): Promise<ChangedEntryRecord[]>;
  keepRun(run: ScreeningRunRecord): Promise<void>;
  runs(limit: number): Promise<ScreeningRunRecord[]>;
  /** Removes what only states before this one name. */
  forgetBefore(state: ListState): Promise<void>;
}

export const stateId = 'customers';

export function screeningStateStore(models: ScreeningStateModels): ScreeningStateStore {
  const { screeningStates, screenedParts, changedEntries, countedWords, screeningRuns } = models;
  return {
    async read() {
      const found = await screeningStates.findById(stateId).lean<ScreeningStateRecord>();
      return { done: found?.done ?? null, job: found?.job ?? null };
    },
    async put({ mine }, progress) {
      const { matchedCount } = await screeningStates.updateOne(mine, { $set: progress });
      if (matchedCount === 0) throw new Error('another process screens the customers now');
    },
    async keepParts(parts) {
      await insertMissing(
        screenedParts,
        parts.map(({ id, members }) => ({ _id: id, members })),
      );
    },
    async parts(ids) {
      const found = new Map<string, Map<string, string>>();
      for (const batch of chunksOf(ids)) {
        const rows = await screenedParts.find({ _id: { $in: batch } }).lean<ScreenedPartRecord[]>();
        for (const row of rows) found.set(row._id, membersOf(row));
      }
      const missing = ids.find((id) => !found.has(id));
      if (missing !== undefined) throw new Error(`the part ${missing} of a state of the lists is missing`);
      return found;
    },
    async keepEntries(sequence, entries) {
      await changedEntries.deleteMany({ sequence });
      const rows = entries.map((entry, i) => ({
        _id: `${sequence}:${String(i).padStart(7, '0')}`,
        sequence,
        ...entry,
      }));
      for (const batch of chunksOf(rows)) await changedEntries.insertMany(batch);
    },
    entries: (sequence) => changedEntries.find({ sequence }).sort({ _id: 1 }).lean<ChangedEntryRecord[]>(),
    ...wordCountStore(countedWords),
    async keepRun(run) {
      await screeningRuns.replaceOne({ _id: run._id }, run, { upsert: true });
    },
    runs: (limit) => screeningRuns.find().sort({ _id: -1 }).limit(limit).lean<ScreeningRunRecord[]>(),
    async forgetBefore({ sequence, parts, wordsOf }) {
      await changedEntries.deleteMany({ sequence: { $lte: sequence } });
      await countedWords.deleteMany({ edition: { $lt: wordsOf } });
      await screenedParts.deleteMany({ _id: { $nin: parts.map(({ id }) => id) } });
    },
  };
}

/** The state of a job, without how far it is. */
export const stateOf = ({ sequence, digest, versions, parts, rules, wordsOf }: ScreeningJob): ListState => ({
  sequence,
  digest,
  versions,
  parts,
  rules,
  wordsOf,
});
