import { rmSync } from 'node:fs';
import { removeExpired } from '../../src/commands/removeExpired';
import type { BsonValue } from '../../src/bson/value';
import { buildIndex } from '../../src/engine/buildIndex';
import type { Collection } from '../../src/engine/collection';
import { Engine } from '../../src/engine/engine';
import { IndexEntry } from '../../src/engine/indexEntry';
import { indexKeysOf } from '../../src/engine/indexKeys';
import { tableRange } from '../../src/engine/keySpace';
import { prepareDocument } from '../../src/engine/prepareDocument';
import { decodeDocument } from '../../src/bson/decode';
import { temporaryFolder } from '../support/storeServer';

const documents = 12_000;

let folder: string;
let engine: Engine;
let collection: Collection;
const pace = {
  check: (): void => undefined,
  yield: () => new Promise<void>((resolve) => setImmediate(resolve)),
};
beforeEach(async () => {
  folder = temporaryFolder();
  engine = await Engine.open(folder, removeExpired);
  await engine.writes.write(() => {
    collection = engine.catalog.ensure('x', 'items');
    for (let n = 0; n < documents; n++) collection.insert(document(n, (n * 7919) % documents));
  });
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const document = (id: number, value: BsonValue, other = 0): ReturnType<typeof prepareDocument> =>
  prepareDocument(
    new Map<string, BsonValue>([
      ['_id', id],
      ['value', value],
      ['other', other],
    ]),
  );

async function addIndex(options: [string, BsonValue][] = []): Promise<IndexEntry> {
  return engine.writes.write(() => {
    const spec = new Map<string, BsonValue>([['name', 'v'], ['key', new Map([['value', 1]])], ...options]);
    const index = new IndexEntry(spec, engine.catalog.takeTable());
    index.ready = false;
    collection.indexes.push(index);
    engine.catalog.save(collection);
    return index;
  });
}

const update = (id: number, value: BsonValue, other = 1): Promise<void> =>
  engine.writes.write(() => {
    const prepared = document(id, value, other);
    const before = collection.read(prepared.idKey);
    if (before) collection.replace(decodeDocument(before), prepared);
    else collection.insert(prepared);
  });

const remove = (id: number): Promise<void> =>
  engine.writes.write(() => {
    const { idKey } = document(id, 0);
    const before = collection.read(idKey);
    if (before) collection.remove(idKey, decodeDocument(before));
  });

/** The entries that the documents have, and those that are there. */
function entries(index: IndexEntry): { wanted: string[]; stored: string[] } {
  const wanted: string[] = [];
  for (const { key, value } of engine.storage.entries(tableRange(collection.table)))
    for (const indexKey of indexKeysOf(decodeDocument(value), index).keys)
      wanted.push(`${indexKey.toString('hex')} ${key.subarray(4).toString('hex')}`);
  const stored = [...engine.storage.entries(tableRange(index.table))].map(({ key, value }) => {
    const indexKey = key.subarray(4, index.unique ? undefined : key.length - value.length);
    return `${indexKey.toString('hex')} ${value.toString('hex')}`;
  });
  return { wanted: wanted.sort(), stored: stored.sort() };
}

describe('an index that is being built', () => {
  it('holds in the end what the documents have, whatever is written meanwhile', async () => {
    const index = await addIndex();
    const state = { building: true };
    const build = buildIndex(engine, collection, index, pace).finally(() => (state.building = false));
    let n = 0;
    for (; state.building && n < 3000; n += 6) {
      await Promise.all([
        update(n * 3, -1),
        update(n * 3 + 1, [1, 2, -n]),
        // Nothing of the key changes.
        update(n * 3 + 2, ((n * 3 + 2) * 7919) % documents, 2),
        remove(documents - n),
        update(documents + n, 5),
        remove(n),
      ]);
      if (n % 60 === 0) await Promise.all([remove(n * 3), update(n * 3, 7)]);
    }
    await build;
    expect(n).toBeGreaterThan(12);
    expect(index).toMatchObject({ ready: true, multikey: true });
    expect(index.touched.size).toBe(0);
    const { wanted, stored } = entries(index);
    expect(stored).toEqual(wanted);
  });

  it('reads again where a transaction was lost', async () => {
    const index = await addIndex();
    const build = buildIndex(engine, collection, index, pace);
    await pace.yield();
    const lost = engine.writes.write(() => {
      for (let id = 0; id < 500; id++) {
        const prepared = document(id, 'lost');
        collection.replace(decodeDocument(collection.read(prepared.idKey)!), prepared);
      }
      throw new Error('lost');
    });
    await expect(lost).rejects.toMatchObject({ code: 1 });
    await build;
    expect(index.rollbacks).toBe(1);
    const { wanted, stored } = entries(index);
    expect(stored).toEqual(wanted);
  });

  it('keeps the entry of a document whose change was rejected meanwhile', async () => {
    const index = await addIndex([['unique', true]]);
    const build = buildIndex(engine, collection, index, pace);
    await update(documents + 1, 'taken');
    await expect(update(3, 'taken')).rejects.toMatchObject({ code: 11000 });
    await build;
    const { wanted, stored } = entries(index);
    expect(stored).toEqual(wanted);
  });

  it('is taken away where two documents have one key, or it is dropped', async () => {
    const unique = await addIndex([['unique', true]]);
    const build = buildIndex(engine, collection, unique, pace);
    await update(documents + 1, 5);
    await expect(build).rejects.toMatchObject({ code: 11000 });
    expect(collection.indexes).toEqual([]);
    const other = await addIndex();
    const dropped = buildIndex(engine, collection, other, pace);
    await engine.writes.write(() => engine.catalog.dropIndex(collection, other));
    await expect(dropped).rejects.toMatchObject({ code: 276 });
  });
});
