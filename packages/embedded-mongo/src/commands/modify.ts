import { type BsonDocument, type BsonValue } from '../bson/value';
import type { Collection } from '../engine/collection';
import { prepareDocument, type Prepared } from '../engine/prepareDocument';
import type { Pace } from '../engine/cursors';
import type { Engine } from '../engine/engine';
import { MongoError } from '../bson/mongoError';
import { type Filter } from '../query/filter';
import { choosePlan } from '../planner/plan';
import { Found, Scan } from '../planner/scan';
import { compareSortKeys, type SortField, sortKeyOf } from '../document/sort';
import { sortFound } from '../planner/sortFound';

/**
 * The most entries that a search within the write transaction may examine, which nobody else can use
 * meanwhile.
 */
const examinedInWrite = 2000;
/** The most repetitions of an outside search whose result was changed by writes before its use. */
const attempts = 5;
const sliceMs = 8;

export interface Selection {
  readonly filter: Filter;
  readonly sort: readonly SortField[];
  readonly hint: BsonValue | undefined;
}

/** Uses the one document that was found, or undefined, within the write transaction. */
export type Use<T> = (found: Found | undefined) => T;

/**
 * Finds the first document of a selection and uses it, with no other write in between. A short search is made
 * within the write itself. A long one is made before, while others read and write, and its result is checked
 * again within the write. Where it no longer holds the search goes on, or begins anew.
 */
export async function modifyFirst<T>(
  engine: Engine,
  collection: Collection,
  selection: Selection,
  pace: Pace,
  use: Use<T>,
): Promise<T> {
  const quick = await engine.writes.write(() => {
    const found = findFirst(engine, collection, selection, examinedInWrite);
    return found === 'unfinished' ? undefined : { value: use(found.first) };
  });
  if (quick) return quick.value;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const version = collection.version;
    const candidate = await searchAll(engine, collection, selection, pace);
    const done = await engine.writes.write(() => {
      const unchanged = collection.version === version;
      const current = candidate && reread(collection, candidate, selection.filter);
      return current || unchanged ? { value: use(current) } : undefined;
    });
    if (done) return done.value;
  }
  // Others write all the time: examine everything while they wait.
  return engine.writes.write(() => {
    const found = findFirst(engine, collection, selection, Infinity);
    return use(found === 'unfinished' ? undefined : found.first);
  });
}

function findFirst(
  engine: Engine,
  collection: Collection,
  { filter, sort, hint }: Selection,
  examined: number,
): { first: Found | undefined } | 'unfinished' {
  const plan = choosePlan(collection, filter, sort, hint);
  const scan = new Scan(engine.storage, collection, plan, filter);
  const { found, done } = scan.slice({ examined, ...(plan.sorted ? { found: 1 } : {}) });
  if (plan.sorted) return found.length > 0 || done ? { first: found[0] } : 'unfinished';
  return done ? { first: firstInOrder(found, sort) } : 'unfinished';
}

function firstInOrder(found: readonly Found[], sort: readonly SortField[]): Found | undefined {
  let best: { found: Found; key: BsonValue[] } | undefined;
  for (const candidate of found) {
    const key = sortKeyOf(candidate.document, sort);
    if (!best || compareSortKeys(key, best.key, sort) < 0) best = { found: candidate, key };
  }
  return best?.found;
}

async function searchAll(
  engine: Engine,
  collection: Collection,
  { filter, sort, hint }: Selection,
  pace: Pace,
): Promise<Found | undefined> {
  const plan = choosePlan(collection, filter, sort, hint);
  const scan = new Scan(engine.storage, collection, plan, filter);
  if (!plan.sorted) return (await sortFound(scan, sort, 1, pace))[0];
  for (;;) {
    const { found, done } = scan.slice({ found: 1, ms: sliceMs });
    if (found.length > 0 || done) return found[0];
    await pace.yield();
  }
}

/** The document as it is now, where the filter still selects it. */
export function reread(collection: Collection, found: Found, filter: Filter): Found | undefined {
  const bytes = collection.dropped ? undefined : collection.read(found.idKey);
  if (!bytes) return undefined;
  const current = bytes.equals(found.bytes) ? found : new Found(found.idKey, bytes);
  return current === found || filter.matches(current.document) ? current : undefined;
}

/**
 * Applies a change to every document of a selection, some at a time. Each is checked again in its turn; one
 * that is no longer selected is skipped.
 */
export async function modifyAll(
  engine: Engine,
  collection: Collection,
  selection: Selection,
  pace: Pace,
  change: (found: Found) => void,
): Promise<void> {
  const plan = choosePlan(collection, selection.filter, [], selection.hint);
  const scan = new Scan(engine.storage, collection, plan, selection.filter);
  // Documents do not move within the collection. They move within an index when its fields change: then all
  // are found before the first is changed.
  const moves = plan.paths.some(({ index }) => index !== undefined);
  let waiting: Found[] = [];
  for (let done = false; !done;) {
    const slice = scan.slice({ found: 500, ms: sliceMs, bytes: 4 * 1024 * 1024 });
    done = slice.done;
    waiting.push(...(moves ? slice.found.map((found) => new Found(found.idKey, noBytes)) : slice.found));
    if (done || !moves) {
      await changeSome(engine, collection, selection.filter, waiting, pace, change);
      waiting = [];
    }
    if (!done) await pace.yield();
  }
}

/** Stands for bytes that were let go: what is found is read again in any case. */
const noBytes = Buffer.alloc(0);
const changesPerTurn = 200;

async function changeSome(
  engine: Engine,
  collection: Collection,
  filter: Filter,
  found: readonly Found[],
  pace: Pace,
  change: (found: Found) => void,
): Promise<void> {
  for (let from = 0; from < found.length; from += changesPerTurn) {
    await engine.writes.write(() => {
      for (const one of found.slice(from, from + changesPerTurn)) {
        const current = reread(collection, one, filter);
        if (current) change(current);
      }
    });
    pace.check();
  }
}

/** Writes the new form of a document; false where it is byte for byte the old one. */
export function storeChange(collection: Collection, found: Found, after: BsonDocument): boolean {
  const prepared: Prepared = prepareDocument(after);
  if (prepared.bytes.equals(found.bytes)) return false;
  if (!prepared.idKey.equals(found.idKey)) {
    throw new MongoError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  collection.replace(found.document, prepared);
  return true;
}
