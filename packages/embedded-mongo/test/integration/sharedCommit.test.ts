import { rmSync } from 'node:fs';
import { BSONRegExp } from 'bson';
import { type OpenStore, openStore } from '../../src/openStore';
import { type Collection, MongoClient, temporaryFolder } from '../support/storeServer';

let folder: string;
let store: OpenStore;
let client: InstanceType<typeof MongoClient>;
let items: Collection;
beforeAll(async () => {
  folder = temporaryFolder();
  store = await openStore({ folder });
  client = new MongoClient(store.url);
  items = client.db('x').collection('items');
});
afterAll(async () => {
  await client.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The client's own check of the options is passed by. */
function unknownRegex(): BSONRegExp {
  const regex = new BSONRegExp('a');
  regex.options = '~';
  return regex;
}

describe('a document that cannot be stored', () => {
  it('fails without the writes that share its commit', async () => {
    const writes = Array.from({ length: 300 }, (_, n) => {
      if (n % 3 === 1) return items.insertOne({ _id: n as never, pattern: unknownRegex() });
      if (n % 3 === 2)
        return items.updateOne({ _id: n as never }, { $set: { pattern: unknownRegex() } }, { upsert: true });
      return items.insertOne({ _id: n as never });
    });
    const outcomes = await Promise.allSettled(writes);
    outcomes.forEach((outcome, n) => {
      expect([n, outcome.status]).toEqual([n, n % 3 === 0 ? 'fulfilled' : 'rejected']);
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 22 });
    });
    expect(await items.countDocuments()).toBe(100);
  });

  it('fails without the others of its batch', async () => {
    const batch = [{ _id: 'a' }, { _id: 'b', pattern: unknownRegex() }, { _id: 'c' }] as never[];
    await expect(items.insertMany(batch, { ordered: false })).rejects.toMatchObject({ code: 22 });
    expect(await items.countDocuments({ _id: { $in: ['a', 'b', 'c'] as never[] } })).toBe(2);
  });

  it('as a pattern to search for is an error of the search', async () => {
    await expect(items.findOne({ a: unknownRegex() })).rejects.toMatchObject({ code: 51108 });
    expect(await items.countDocuments({ _id: 0 as never })).toBe(1);
  });
});

describe('a cursor', () => {
  it.each(['its index', 'its collection'])('ends with 175 where %s was dropped', async (what) => {
    const many = client.db('x').collection('many');
    await many.insertMany(Array.from({ length: 5000 }, (_, n) => ({ n })));
    await many.createIndex({ n: 1 }, {}, {});
    const cursor = many.find({ n: { $gte: 0 } }, { batchSize: 10, sort: { n: 1 } });
    await cursor.next();
    const joined = many.aggregate([{ $match: { n: { $gte: 0 } } }, { $project: { n: 1 } }], {
      batchSize: 10,
    });
    await joined.next();
    await (what === 'its index' ? many.dropIndex('n_1') : many.drop());
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 175 });
    await expect(joined.toArray()).rejects.toMatchObject({ code: 175 });
    await many.drop().catch(() => undefined);
  });

  it('over what another index found goes on', async () => {
    const many = client.db('x').collection('many');
    await many.insertMany(Array.from({ length: 3000 }, (_, n) => ({ n, m: n })));
    await many.createIndexes([{ key: { n: 1 } }, { key: { m: 1 } }]);
    const cursor = many.find({ n: { $gte: 0 } }, { batchSize: 10 });
    await cursor.next();
    await many.dropIndex('m_1');
    expect(await cursor.toArray()).toHaveLength(2999);
  });
});
