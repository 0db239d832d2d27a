import type { Model, QueryFilter } from 'mongoose';
import { chunksOf } from '../batch/chunks';
import type { CaseFolder } from './caseFolder';
import type { LoadedCaseRecord } from './loadedCase.record';

/** One kind of records of a case, ready to be stored. */
export interface CaseRecords {
  readonly kind: string;
  readonly count: number;
  store(): Promise<void>;
}

/** Takes rows of a case, and what stores a batch of them: nothing where `storeFirst` stores them. */
export function caseRecords<Row>(
  kind: string,
  rows: readonly Row[],
  write?: (batch: readonly Row[]) => Promise<unknown>,
): CaseRecords {
  return {
    kind,
    count: rows.length,
    async store() {
      if (!write) return;
      for (const chunk of chunksOf(rows)) await write(chunk);
    },
  };
}

export interface CaseReport {
  readonly case: string;
  /** False where this very edition was there already: then nothing was written. */
  readonly loaded: boolean;
  /** The number of records of each kind in the case. */
  readonly records: Readonly<Record<string, number>>;
}

/**
 * `check` reads and checks the case, and writes nothing. `begin` says in the database that it is being loaded. `store`
 * stores it, and takes that back.
 */
export type CaseTask = 'check' | 'begin' | 'store';

export interface CaseLoad {
  /** Reads the case whole. Throws CaseError. */
  readonly collect: () => readonly CaseRecords[] | Promise<readonly CaseRecords[]>;
  readonly task: CaseTask;
  /** Stores the records that have no model of their own, before the others. */
  readonly storeFirst?: () => Promise<unknown>;
}

/**
 * Stores the records of a case by their ids, so that a second load changes nothing. Then marks the edition as
 * loaded. A load that was cut off stays marked as loading, and is simply done again.
 */
export async function loadCase(
  edition: CaseFolder,
  loadedCases: Model<LoadedCaseRecord>,
  { collect, task, storeFirst }: CaseLoad,
): Promise<CaseReport> {
  const { name, digest } = edition;
  const before = await loadedCases.findById(name).lean<LoadedCaseRecord>();
  const isLoaded = before?.digest === digest && !before.loading;
  // The very same files: there is nothing to read or to check.
  if (isLoaded && before.records) return { case: name, loaded: false, records: before.records };
  const kinds = task === 'begin' ? [] : await collect();
  const records = Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]));
  if (task === 'check' || isLoaded) return { case: name, loaded: false, records };

  await loadedCases.updateOne(
    { _id: name },
    { $set: { loading: true }, $setOnInsert: { digest: null, loadedAt: null } },
    { upsert: true },
  );
  if (task === 'begin') return { case: name, loaded: false, records };
  await storeFirst?.();
  for (const kind of kinds) await kind.store();
  await loadedCases.updateOne(
    { _id: name },
    { $set: { digest, records, loadedAt: new Date(), loading: false } },
  );
  return { case: name, loaded: true, records };
}

/** The names of the cases that are wholly loaded. */
export function loadedCaseNames(loadedCases: Model<LoadedCaseRecord>): Promise<string[]> {
  return namesOf(loadedCases, { digest: { $ne: null }, loading: false });
}

async function namesOf(
  loadedCases: Model<LoadedCaseRecord>,
  which: QueryFilter<LoadedCaseRecord>,
): Promise<string[]> {
  const found = await loadedCases.find(which, { _id: 1 }).lean<Pick<LoadedCaseRecord, '_id'>[]>();
  return found.map(({ _id }) => _id).sort();
}
