import { rmSync } from 'node:fs';
import type { BsonValue } from '../../src/bson/value';
import { removeExpired } from '../../src/commands/removeExpired';
import type { Collection } from '../../src/engine/collection';
import { CursorRegistry, type Pace } from '../../src/engine/cursors';
import { Engine } from '../../src/engine/engine';
import { IndexEntry } from '../../src/engine/indexEntry';
import { prepareDocument } from '../../src/engine/prepareDocument';
import { tableRange } from '../../src/engine/keySpace';
import { temporaryFolder } from '../support/storeServer';

let folder: string;
let engine: Engine;
const pace: Pace = { check: () => undefined, yield: () => Promise.resolve() };
const open = (): Promise<Engine> => Engine.open(folder, removeExpired);
beforeEach(async () => {
  folder = temporaryFolder();
  engine = await open();
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const spec = (entries: Record<string, BsonValue>): Map<string, BsonValue> =>
  new Map<string, BsonValue>([['name', 'one'], ...Object.entries(entries)]);

/** Stores documents, with an index, in one transaction. */
function fill(
  index: Map<string, BsonValue>,
  documents: Record<string, BsonValue>[],
  ready = true,
): Promise<Collection> {
  return engine.writes.write(() => {
    const collection = engine.catalog.ensure('x', 'items');
    const entry = new IndexEntry(index, engine.catalog.takeTable());
    entry.ready = ready;
    collection.indexes.push(entry);
    engine.catalog.save(collection);
    for (const one of documents) collection.insert(prepareDocument(new Map(Object.entries(one))));
    return collection;
  });
}

const countOf = (table: number): number => engine.storage.count(tableRange(table));

it('a TTL index removes what has expired, with its entries, and nothing else', async () => {
  const at = (ms: number): Date => new Date(1_700_000_000_000 + ms);
  const index = spec({ key: new Map([['at', 1]]), expireAfterSeconds: 60 });
  const collection = await fill(index, [
    { _id: 1, at: at(0) },
    { _id: 2, at: at(59_000) },
    { _id: 3, at: [at(90_000), at(-1)] },
    { _id: 4, at: 5 },
    { _id: 5 },
  ]);
  const left = (): number[] => [countOf(collection.table), countOf(collection.indexes[0]!.table)];
  await removeExpired(engine, pace, at(59_999).getTime());
  expect(left()).toEqual([5, 6]);
  await removeExpired(engine, pace, at(60_001).getTime());
  expect(left()).toEqual([3, 3]);
  await removeExpired(engine, pace, at(1e9).getTime());
  expect(left()).toEqual([2, 2]);
});

it('an index that was half built when the process ended is gone when the store is opened, entries included', async () => {
  const collection = await fill(spec({ key: new Map([['a', 1]]), unique: true }), [{ _id: 1, a: 1 }], false);
  const { table } = collection.indexes[0]!;
  expect(countOf(table)).toBe(1);
  await engine.close();
  engine = await open();
  expect(engine.catalog.find('x', 'items')!.indexes).toEqual([]);
  await fill(spec({ key: new Map([['b', 1]]) }), [{ _id: 2, a: 1 }]);
  while (countOf(table) > 0) await new Promise((done) => setTimeout(done, 10));
});

it('a transaction that is lost leaves memory as the disk is, and an index that is being built in place', async () => {
  const collection = await fill(spec({ key: new Map([['a', 1]]) }), [{ _id: 1, a: 1 }], false);
  const building = collection.indexes[0]!;
  const lost = engine.writes.write(() => {
    collection.insert(
      prepareDocument(
        new Map<string, BsonValue>([
          ['_id', 'x'.repeat(3000)],
          ['a', [1, 2]],
        ]),
      ),
    );
    engine.catalog.ensure('x', 'other');
    throw new Error('lost');
  });
  await expect(lost).rejects.toMatchObject({ code: 1 });
  expect(engine.catalog.find('x', 'other')).toBeUndefined();
  expect(engine.catalog.find('x', 'items')).toBe(collection);
  expect(collection).toMatchObject({ truncatedIds: false, indexes: [building] });
  expect(collection.indexes[0]).toBe(building);
  expect(building.multikey).toBe(false);
  await fill(spec({ key: new Map([['b', 1]]) }), [{ _id: 'x'.repeat(3000) }]);
  await engine.close();
  engine = await open();
  expect(engine.catalog.find('x', 'items')!.truncatedIds).toBe(true);
});

it('a store that was closed takes no writes and no reads', async () => {
  const other = engine;
  await other.close();
  await expect(other.writes.write(() => 1)).rejects.toMatchObject({ code: 11600 });
  expect(() => other.storage.get(Buffer.alloc(4))).toThrow('closed');
  engine = await open();
});

it('a cursor ends after ten idle minutes, and not while it is used', () => {
  let now = 0;
  const cursors = new CursorRegistry(() => now);
  const source = { next: () => Promise.reject(new Error('unused')) };
  const gone = new AbortController();
  const [idle, used, busy] = ['a', 'b', 'c'].map((name) => cursors.add(`x.${name}`, source, gone.signal));
  cursors.take(busy!, 'x.c');
  now = 599_000;
  cursors.release(cursors.take(used!, 'x.b'));
  now = 601_000;
  cursors.dropIdle();
  expect(() => cursors.take(idle!, 'x.a')).toThrow('not found');
  expect(cursors.take(used!, 'x.b').id).toEqual(used);
  gone.abort();
  expect(cursors.size).toBe(0);
  cursors.close();
});
