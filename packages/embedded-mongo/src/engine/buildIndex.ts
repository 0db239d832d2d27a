import { decodeDocument } from '../bson/decode';
import { MongoError } from '../bson/mongoError';
import type { Collection } from './collection';
import type { Pace } from './cursors';
import type { Engine } from './engine';
import type { IndexEntry } from './indexEntry';
import { indexKeysOf } from './indexKeys';
import { indexEntryKey, tableRange } from './keySpace';

/** The time for which documents are read before others have their turn, in milliseconds. */
const sliceMs = 8;
/** Entries that are sorted at once: about 64 MB. */
const entriesPerRun = 250_000;
/** Entries that one transaction writes. */
const entriesPerTurn = 5000;

/** An entry of the index that is being built. */
interface BuiltEntry {
  readonly entryKey: Buffer;
  readonly key: Buffer;
  readonly idKey: Buffer;
}

/** Sorted entries, with their facts about the index. */
interface Run {
  readonly entries: BuiltEntry[];
  readonly multikey: boolean;
  readonly truncated: boolean;
  /** The last document that was read; undefined where there are no more. */
  readonly after: Buffer | undefined;
}

/**
 * Fills a new index with the stored documents. Entries are written in key order, in large transactions: in
 * the order of the documents each would change another page. A document written meanwhile enters the index by
 * itself, and the build skips it. Nothing reads from the index before it is whole. An index that cannot be
 * built is removed.
 * @throws MongoError `DuplicateKey`, `CannotIndexParallelArrays`, `IndexBuildAborted`
 */
export async function buildIndex(
  engine: Engine,
  collection: Collection,
  index: IndexEntry,
  pace: Pace,
): Promise<void> {
  const { writes, catalog } = engine;
  try {
    while (!(await fillIndex(engine, collection, index, pace))) {
      // A transaction was lost: what it touched is not known, so that all is read again.
      await writes.write(() => index.touched.clear());
    }
  } catch (error) {
    await writes.write(() => {
      if (collection.indexes.includes(index)) catalog.dropIndex(collection, index);
    });
    engine.sweepSoon();
    throw error;
  } finally {
    index.touched.clear();
  }
}

/** Returns false where a transaction was rolled back meanwhile. */
async function fillIndex(
  { storage, writes, catalog }: Engine,
  collection: Collection,
  index: IndexEntry,
  pace: Pace,
): Promise<boolean> {
  const { rollbacks } = index;
  let after: Buffer | undefined;
  do {
    const run = await readRun(storage, collection, index, after, pace);
    after = run.after;
    for (let from = 0; from < run.entries.length; from += entriesPerTurn) {
      await writes.write(() => {
        checkStillWanted(collection, index);
        collection.rememberKeys(index, run.multikey, run.truncated);
        for (const entry of run.entries.slice(from, from + entriesPerTurn))
          collection.addBuiltEntry(index, entry);
      });
      if (index.rollbacks !== rollbacks) return false;
      pace.check();
    }
  } while (after);
  return writes.write(() => {
    checkStillWanted(collection, index);
    if (index.rollbacks !== rollbacks) return false;
    index.ready = true;
    collection.generation++;
    catalog.save(collection);
    return true;
  });
}

/** @throws MongoError `IndexBuildAborted` */
function checkStillWanted(collection: Collection, index: IndexEntry): void {
  if (!collection.dropped && collection.indexes.includes(index)) return;
  throw new MongoError(
    'IndexBuildAborted',
    `The index '${index.name}' was dropped while it was being built.`,
  );
}

/** Reads documents until there are enough entries, and sorts these. */
async function readRun(
  storage: Engine['storage'],
  collection: Collection,
  index: IndexEntry,
  from: Buffer | undefined,
  pace: Pace,
): Promise<Run> {
  const entries: BuiltEntry[] = [];
  let after = from;
  let [multikey, truncated, done] = [false, false, false];
  while (!done && entries.length < entriesPerRun) {
    const end = performance.now() + sliceMs;
    let isCutOff = false;
    for (const { key: documentKey, value } of storage.entries(tableRange(collection.table), false, after)) {
      after = documentKey;
      const keys = keysToBuild(index, documentKey.subarray(4), value);
      if (keys) {
        multikey ||= keys.multikey;
        truncated ||= keys.truncated;
        entries.push(...keys.entries);
      }
      isCutOff = entries.length >= entriesPerRun || performance.now() > end;
      if (isCutOff) break;
    }
    done = !isCutOff;
    await pace.yield();
  }
  entries.sort((a, b) => Buffer.compare(a.entryKey, b.entryKey));
  return { entries, multikey, truncated, after: done ? undefined : after };
}

/** The entries of a document that the build has to write: one that was written meanwhile has them already. */
function keysToBuild(
  index: IndexEntry,
  idKey: Buffer,
  bytes: Buffer,
): { entries: BuiltEntry[]; multikey: boolean; truncated: boolean } | undefined {
  if (index.isTouched(idKey)) return undefined;
  const document = decodeDocument(bytes);
  if (!index.covers(document)) return undefined;
  const { keys, multikey, truncated } = indexKeysOf(document, index);
  const entries = keys.map((key) => ({
    entryKey: indexEntryKey(index.table, key, index.unique ? undefined : idKey),
    key,
    idKey,
  }));
  return { entries, multikey, truncated };
}
