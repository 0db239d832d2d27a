import { Decimal128, Double, Long } from 'bson';
import { type Collection, openTestStore, type TestStore } from '../../support/storeServer';

let store: TestStore;
let items: Collection;
beforeAll(async () => {
  store = await openTestStore();
  items = store.db.collection('items');
});
beforeEach(() => items.deleteMany({}));
afterAll(() => store.close());

async function ids(filter: object, options: object = {}): Promise<unknown[]> {
  return (await items.find(filter, { sort: { _id: 1 }, ...options }).toArray()).map(({ _id }) => _id);
}

async function put(...documents: object[]): Promise<void> {
  await items.insertMany(documents.map((document, n) => ({ _id: n as never, ...document })));
}

describe('a filter', () => {
  it('compares numbers of all types by value', async () => {
    await put(
      { n: 1 },
      { n: new Double(1) },
      { n: Long.ONE },
      { n: Decimal128.fromString('1.0') },
      { n: 1.5 },
      { n: '1' },
    );
    expect(await ids({ n: 1 })).toEqual([0, 1, 2, 3]);
    expect(await ids({ n: { $gt: 1 } })).toEqual([4]);
    expect(await ids({ n: { $lte: Decimal128.fromString('1.5') } })).toEqual([0, 1, 2, 3, 4]);
  });

  it('tells large int64 apart', async () => {
    await put({ n: Long.fromString('9007199254740992') }, { n: Long.fromString('9007199254740993') });
    expect(await ids({ n: Long.fromString('9007199254740993') })).toEqual([1]);
    expect(await ids({ n: { $gt: Long.fromString('9007199254740992') } })).toEqual([1]);
  });

  it('takes null as null or missing, and $exists as being there', async () => {
    await put({ a: null }, {}, { a: 1 }, { a: [] }, { a: [null] });
    expect(await ids({ a: null })).toEqual([0, 1, 4]);
    expect(await ids({ a: { $exists: true } })).toEqual([0, 2, 3, 4]);
    expect(await ids({ a: { $exists: false } })).toEqual([1]);
    expect(await ids({ a: { $ne: null } })).toEqual([2, 3]);
    expect(await ids({ a: { $in: [null, 1] } })).toEqual([0, 1, 2, 4]);
  });

  it('compares within one type only', async () => {
    await put({ a: 5 }, { a: 'x' }, { a: new Date(5) }, { a: true }, { a: null }, { a: NaN });
    expect(await ids({ a: { $lt: 10 } })).toEqual([0]);
    expect(await ids({ a: { $gte: '' } })).toEqual([1]);
    expect(await ids({ a: { $lte: new Date(9) } })).toEqual([2]);
    expect(await ids({ a: NaN })).toEqual([5]);
  });

  it('holds for an array where it holds for an element', async () => {
    await put({ a: [1, 5] }, { a: [3] }, { a: 3 }, { a: [[3]] }, { a: [] });
    expect(await ids({ a: 3 })).toEqual([1, 2]);
    expect(await ids({ a: [3] })).toEqual([1, 3]);
    expect(await ids({ a: { $gt: 2, $lt: 4 } })).toEqual([0, 1, 2]);
    expect(await ids({ a: { $elemMatch: { $gt: 2, $lt: 4 } } })).toEqual([1]);
    expect(await ids({ a: { $size: 1 } })).toEqual([1, 3]);
    expect(await ids({ a: { $all: [1, 5] } })).toEqual([0]);
    expect(await ids({ a: { $not: { $gt: 2 } } })).toEqual([3, 4]);
    expect(await ids({ 'a.0': 3 })).toEqual([1]);
    expect(await ids({ 'a.0': [3] })).toEqual([3]);
    expect(await ids({ 'a.0.0': 3 })).toEqual([3]);
  });

  it('follows paths through documents in arrays', async () => {
    await put(
      {
        a: [
          { b: 1, c: 1 },
          { b: 2, c: 2 },
        ],
      },
      { a: { b: 1, c: 2 } },
      { a: [{ b: [1, 2] }] },
      { a: 1 },
    );
    expect(await ids({ 'a.b': 1 })).toEqual([0, 1, 2]);
    expect(await ids({ 'a.b': 1, 'a.c': 2 })).toEqual([0, 1]);
    expect(await ids({ a: { $elemMatch: { b: 1, c: 2 } } })).toEqual([]);
    expect(await ids({ a: { b: 1, c: 2 } })).toEqual([1]);
    expect(await ids({ a: { c: 2, b: 1 } })).toEqual([]);
    expect(await ids({ 'a.b': null })).toEqual([3]);
  });

  it('knows the other operators', async () => {
    await put({ a: 'Alpha', n: 6 }, { a: 'beta', n: 7 }, { a: 'alp', n: 8.5 });
    expect(await ids({ a: /^alp/i })).toEqual([0, 2]);
    expect(await ids({ a: /^alp/ })).toEqual([2]);
    expect(await ids({ a: { $regex: 'ET', $options: 'i' } })).toEqual([1]);
    expect(await ids({ a: { $in: [/^b/, 'alp'] } })).toEqual([1, 2]);
    expect(await ids({ n: { $mod: [2, 0] } })).toEqual([0, 2]);
    expect(await ids({ n: { $type: 'double' } })).toEqual([2]);
    expect(await ids({ n: { $bitsAllSet: 6 } })).toEqual([0, 1]);
    expect(await ids({ $or: [{ n: 6 }, { a: 'beta' }] })).toEqual([0, 1]);
    expect(await ids({ $nor: [{ n: 6 }, { a: 'beta' }] })).toEqual([2]);
    expect(await ids({ $expr: { $gt: ['$n', 6.5] } })).toEqual([1, 2]);
    expect(await ids({ $and: [{ n: { $gt: 6 } }, { n: { $lt: 8 } }] })).toEqual([1]);
  });

  it('is rejected where an operator is unknown, and never ignored', async () => {
    await put({ a: 1 });
    await expect(ids({ a: { $nearly: 1 } })).rejects.toMatchObject({ code: 2 });
    await expect(ids({ $what: 1 })).rejects.toMatchObject({ code: 2 });
    await expect(ids({ a: { $in: 1 } })).rejects.toMatchObject({ code: 2 });
    await expect(items.countDocuments({ a: { $nearly: 1 } })).rejects.toMatchObject({ code: 2 });
  });
});

describe('a sort', () => {
  it('has the order of types, and of arrays the least or greatest element', async () => {
    await put({ a: [2, 9] }, { a: 'x' }, { a: 5 }, {}, { a: [] }, { a: true }, { a: { b: 1 } }, { a: null });
    expect(await ids({}, { sort: { a: 1, _id: 1 } })).toEqual([4, 3, 7, 0, 2, 1, 6, 5]);
    expect(await ids({}, { sort: { a: -1, _id: 1 } })).toEqual([5, 6, 1, 0, 2, 3, 7, 4]);
  });

  it('by two fields of an array takes them from one element', async () => {
    await put(
      {
        c: [
          { d: 1, e: 5 },
          { d: 0, e: 9 },
          { d: 1, e: 2 },
        ],
      },
      { c: [{ d: 0, e: 3 }, 7] },
      { c: { d: 0, e: 4 } },
    );
    // The keys that count are (0, 9), (null, null) and (0, 4).
    expect(await ids({}, { sort: { 'c.d': 1, 'c.e': 1 } })).toEqual([1, 2, 0]);
    expect(await ids({}, { sort: { 'c.d': -1, 'c.e': 1 } })).toEqual([0, 1, 2]);
  });

  it('by two arrays is rejected', async () => {
    await put({ a: [1], b: [2] });
    await expect(ids({}, { sort: { a: 1, b: 1 } })).rejects.toMatchObject({ code: 2 });
    expect(await ids({}, { sort: { a: 1, c: 1 } })).toEqual([0]);
  });

  it('comes before skip and limit', async () => {
    await put(...Array.from({ length: 20 }, (_, n) => ({ n: (n * 7) % 20 })));
    const found = await items.find({}, { sort: { n: -1 }, skip: 3, limit: 4 }).toArray();
    expect(found.map(({ n }) => n)).toEqual([16, 15, 14, 13]);
  });

  it('that needs too much memory is an error and no partial answer', async () => {
    for (let n = 0; n < 9; n++) await items.insertOne({ n, text: 'x'.repeat(13_000_000) });
    await expect(items.find({}, { sort: { n: 1 }, allowDiskUse: false }).toArray()).rejects.toMatchObject({
      code: 292,
    });
    const [first] = await items.find({}, { sort: { n: -1 }, limit: 1, projection: { n: 1 } }).toArray();
    expect(first!.n).toBe(8);
  });
});

describe('a projection', () => {
  beforeEach(() =>
    put({
      a: 1,
      b: { c: 2, d: 3 },
      list: [
        { x: 1, y: 1 },
        { x: 2, y: 2 },
        { x: 3, y: 3 },
      ],
    }),
  );
  const project = async (projection: object, filter: object = {}): Promise<unknown> =>
    items.findOne(filter, { projection });

  it('takes or leaves out fields, also nested and in arrays', async () => {
    expect(await project({ a: 1 })).toEqual({ _id: 0, a: 1 });
    expect(await project({ _id: 0, 'b.c': 1 })).toEqual({ b: { c: 2 } });
    expect(await project({ 'list.x': 1, _id: 0 })).toEqual({ list: [{ x: 1 }, { x: 2 }, { x: 3 }] });
    expect(await project({ list: 0, 'b.d': 0 })).toEqual({ _id: 0, a: 1, b: { c: 2 } });
    expect(await project({ _id: 0 })).not.toHaveProperty('_id');
  });

  it('picks elements', async () => {
    expect(await project({ _id: 0, list: { $elemMatch: { x: 2 } } })).toEqual({ list: [{ x: 2, y: 2 }] });
    expect(await project({ _id: 0, 'list.$': 1 }, { 'list.x': 3 })).toEqual({ list: [{ x: 3, y: 3 }] });
    expect(await project({ list: { $slice: -1 }, b: 0 })).toEqual({ _id: 0, a: 1, list: [{ x: 3, y: 3 }] });
    expect(await project({ _id: 0, a: 1, list: { $slice: [1, 1] } })).toEqual({
      a: 1,
      list: [{ x: 2, y: 2 }],
    });
  });

  it('computes', async () => {
    expect(await project({ _id: 0, sum: { $add: ['$a', '$b.c'] } })).toEqual({ sum: 3 });
  });

  it('is rejected where it mixes both', async () => {
    await expect(project({ a: 1, b: 0 })).rejects.toMatchObject({ code: 31254 });
    await expect(project({ a: 0, b: 1 })).rejects.toMatchObject({ code: 31253 });
  });
});

describe('a cursor', () => {
  it('gives every document once, in batches of any size', async () => {
    await put(...Array.from({ length: 1005 }, (_, n) => ({ n })));
    for (const batchSize of [1, 7, 101, 5000]) {
      const found = await items.find({}, { batchSize }).toArray();
      expect(new Set(found.map(({ _id }) => String(_id))).size).toBe(1005);
    }
  });

  it('is unknown once it was killed', async () => {
    await put(...Array.from({ length: 200 }, (_, n) => ({ n })));
    // A long whatever its size: a cursor's id is of that type.
    const { cursor } = await store.db.command({ find: 'items', batchSize: 10 }, { promoteLongs: false });
    expect(cursor.firstBatch).toHaveLength(10);
    const killed = await store.db.command({ killCursors: 'items', cursors: [cursor.id] });
    expect(killed.cursorsKilled).toHaveLength(1);
    await expect(store.db.command({ getMore: cursor.id, collection: 'items' })).rejects.toMatchObject({
      code: 43,
    });
  });

  it('goes on while documents are written and removed', async () => {
    await put(...Array.from({ length: 500 }, (_, n) => ({ n })));
    const cursor = items.find({}, { batchSize: 50, sort: { _id: 1 } });
    const seen: unknown[] = [];
    for await (const { _id } of cursor) {
      seen.push(_id);
      if (seen.length === 100) await items.deleteMany({ n: { $gte: 300 } });
      if (seen.length === 100) await items.insertOne({ _id: 1000 as never, n: 1 });
    }
    // A document that was removed or inserted ahead of it may or may not be met; the rest comes once and in
    // order.
    expect(seen.slice(0, 300)).toEqual(Array.from({ length: 300 }, (_, n) => n));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('counting', () => {
  it('agrees with finding', async () => {
    await put(...Array.from({ length: 50 }, (_, n) => ({ n: n % 5, tags: [n % 3, 'x'] })));
    await items.createIndex({ n: 1 }, {}, {});
    await items.createIndex({ tags: 1 }, {}, {});
    expect(await items.countDocuments({ n: 3 })).toBe(10);
    expect(await items.countDocuments({ n: { $gt: 2 } }, { skip: 5, limit: 3 })).toBe(3);
    expect(await items.countDocuments({ tags: { $in: ['x', 1] } })).toBe(50);
    expect(await items.estimatedDocumentCount()).toBe(50);
    expect(await store.db.command({ count: 'items', query: { n: { $in: [1, 2] } } })).toMatchObject({
      n: 20,
    });
    expect((await items.distinct('tags')).sort()).toEqual([0, 1, 2, 'x']);
    expect((await items.distinct('n', { n: { $gt: 2 } })).sort()).toEqual([3, 4]);
    await items.dropIndexes();
  });
});
