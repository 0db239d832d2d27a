import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type OpenStore, openStore } from '../../src/openStore';
import { useStore } from '../../src/useStore';
import { type Db, MongoClient, temporaryFolder } from '../support/storeServer';

let folder: string;
let store: OpenStore;
let client: InstanceType<typeof MongoClient>;
let db: Db;
beforeAll(async () => {
  folder = temporaryFolder();
  store = await openStore({ folder });
  client = new MongoClient(store.url);
  db = client.db('x');
});
afterAll(async () => {
  await client.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const stateOf = (...collections: string[]) => store.writes?.stateOf('x', collections);

/** Each changes what a reader of `items` sees. */
const changes: Readonly<Record<string, () => Promise<unknown>>> = {
  insertOne: () => db.collection('items').insertOne({ a: 1 }),
  insertMany: () => db.collection('items').insertMany([{ a: 2 }, { a: 3 }]),
  updateOne: () => db.collection('items').updateOne({ a: 1 }, { $inc: { b: 1 } }),
  upsert: () => db.collection('items').updateOne({ a: 9 }, { $inc: { b: 1 } }, { upsert: true }),
  updateMany: () => db.collection('items').updateMany({}, { $inc: { b: 1 } }),
  findOneAndUpdate: () => db.collection('items').findOneAndUpdate({ a: 1 }, { $inc: { b: 1 } }),
  findOneAndReplace: () => db.collection('items').findOneAndReplace({ a: 2 }, { a: 2, c: 1 }),
  deleteOne: () => db.collection('items').deleteOne({ a: 3 }),
  deleteMany: () => db.collection('items').deleteMany({ a: 2 }),
  drop: () => db.collection('items').drop(),
};

describe('the state of collections', () => {
  it.each(Object.entries(changes))('grows with %s before it is acknowledged', async (_, change) => {
    const [before, beside] = [stateOf('items'), stateOf('others')];
    await change();
    expect(stateOf('items')).toBeGreaterThan(before ?? Infinity);
    expect(stateOf('others')).toBe(beside);
    expect(stateOf('others', 'items')).toBe((stateOf('items') ?? 0n) + (stateOf('others') ?? 0n));
  });

  it('grows with a dropped database', async () => {
    await db.collection('items').insertOne({ a: 1 });
    const before = stateOf('items');
    await db.dropDatabase();
    expect(stateOf('items')).toBeGreaterThan(before ?? Infinity);
  });

  it('stays where nothing was written', async () => {
    await db.collection('items').insertOne({ _id: 1 as never });
    const before = stateOf('items');
    await db.collection('items').find().toArray();
    await db.collection('items').updateOne({ a: 'none' }, { $set: { b: 1 } });
    await db.collection('others').insertOne({});
    await expect(db.collection('items').insertOne({ _id: 1 as never })).rejects.toThrow('E11000');
    expect(before).toBeDefined();
    expect(stateOf('items')).toBe(before);
  });

  it('is the same only where a second read gives the same', async () => {
    const items = db.collection('items');
    const progress = { ended: false, reads: 0 };
    const writer = (async () => {
      for (let n = 0; n < 100; n++) {
        await items.updateOne({ _id: 1 as never }, { $set: { n } });
        await pause(n % 5);
        // Some times the reader comes to read twice between two writes.
        const { reads } = progress;
        while (n % 10 === 0 && progress.reads < reads + 3) await pause(1);
      }
      progress.ended = true;
    })();
    const read = async () => (await items.findOne({ _id: 1 as never }))?.['n'] as number | undefined;
    let held: { state: bigint; n: number | undefined } | undefined;
    let hits = 0;
    while (!progress.ended) {
      const state = stateOf('items');
      const n = await read();
      progress.reads++;
      if (held && held.state === state && stateOf('items') === state) {
        expect(n).toBe(held.n);
        hits++;
      }
      held = state === undefined ? undefined : { state, n };
    }
    await writer;
    expect(await read()).toBe(99);
    expect(hits).toBeGreaterThan(0);
  });

  it('is not known where another process serves, or none', async () => {
    expect((await useStore({ folder })).writes).toBeUndefined();
    const other = temporaryFolder();
    const closed = await openStore({ folder: other });
    expect(closed.writes?.stateOf('x', ['items'])).toBe(0n);
    await closed.close();
    expect(closed.writes?.stateOf('x', ['items'])).toBeUndefined();
    rmSync(other, { recursive: true, force: true });
  });
});
