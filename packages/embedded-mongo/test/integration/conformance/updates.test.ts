import { Double, Int32, Long } from 'bson';
import { type Collection, openTestStore, type TestStore } from '../../support/storeServer';

let store: TestStore;
let items: Collection;
beforeAll(async () => {
  store = await openTestStore();
  items = store.db.collection('items');
});
beforeEach(() => items.deleteMany({}));
afterAll(() => store.close());

async function updated(
  before: object,
  change: object,
  options: object = {},
  filter: object = {},
): Promise<unknown> {
  await items.deleteMany({});
  await items.insertOne({ _id: 1 as never, ...before });
  await items.updateOne(filter, change, options);
  const { _id, ...rest } = (await items.findOne({ _id: 1 as never }))!;
  expect(_id).toBe(1);
  return rest;
}

describe('an update of fields', () => {
  it('sets, unsets, renames and computes', async () => {
    expect(await updated({ a: 1 }, { $set: { 'b.c': 2 } })).toEqual({ a: 1, b: { c: 2 } });
    expect(await updated({ a: 1, b: 2 }, { $unset: { a: '' } })).toEqual({ b: 2 });
    expect(await updated({ a: 1 }, { $rename: { a: 'x.y' } })).toEqual({ x: { y: 1 } });
    expect(await updated({ a: 1 }, { $inc: { a: 2, b: 3 } })).toEqual({ a: 3, b: 3 });
    expect(await updated({ a: 2 }, { $mul: { a: 2.5, b: 3 } })).toEqual({ a: 5, b: 0 });
    expect(await updated({ a: 5, b: 5 }, { $min: { a: 3, b: 9, c: 1 } })).toEqual({ a: 3, b: 5, c: 1 });
    expect(await updated({ a: 5 }, { $max: { a: 'text' } })).toEqual({ a: 'text' });
    expect(await updated({ a: 13 }, { $bit: { a: { and: 10 } } })).toEqual({ a: 8 });
    expect(await updated({}, { $currentDate: { at: true } })).toEqual({ at: expect.any(Date) });
    expect(await updated({ list: [1] }, { $set: { 'list.3': 4 } })).toEqual({ list: [1, null, null, 4] });
  });

  it('grows numbers without losing any of them', async () => {
    const read = async (): Promise<unknown> =>
      (await items.findOne({}, { promoteValues: false, promoteLongs: false }))!.a;
    await items.insertOne({ a: 2147483647 });
    await items.updateOne({}, { $inc: { a: 1 } });
    expect(await read()).toEqual(Long.fromNumber(2147483648));
    await items.updateOne({}, { $set: { a: Long.fromString('9007199254740993') } });
    await items.updateOne({}, { $inc: { a: 2 } });
    expect(await read()).toEqual(Long.fromString('9007199254740995'));
    await items.updateOne({}, { $set: { a: Long.MAX_VALUE } });
    await expect(items.updateOne({}, { $inc: { a: 1 } })).rejects.toMatchObject({ code: 2 });
    await items.updateOne({}, { $set: { a: new Double(1) } });
    await items.updateOne({}, { $inc: { a: new Int32(1) } });
    expect(await read()).toEqual(new Double(2));
  });

  it('says what it matched and what it changed', async () => {
    await items.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }]);
    expect(await items.updateMany({ a: 1 }, { $set: { a: 1 } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 0,
    });
    expect(await items.updateMany({}, { $set: { a: 1 } })).toMatchObject({
      matchedCount: 3,
      modifiedCount: 1,
    });
    expect(await items.updateOne({ a: 9 }, { $set: { a: 1 } })).toMatchObject({
      matchedCount: 0,
      upsertedCount: 0,
    });
  });

  it('is rejected where the target cannot hold it', async () => {
    await items.insertOne({ _id: 1 as never, a: 1, b: 'text', list: [] });
    const fails = async (change: object, code: number): Promise<void> =>
      expect(items.updateOne({ _id: 1 as never }, change)).rejects.toMatchObject({ code });
    await fails({ $set: { _id: 2 } }, 66);
    await fails({ $set: { 'a.b': 1 } }, 28);
    await fails({ $inc: { b: 1 } }, 14);
    await fails({ $set: { a: 1 }, $inc: { a: 1 } }, 40);
    await fails({ $set: { a: 1, 'a.b': 1 } }, 40);
    await fails({ $push: { a: 1 } }, 2);
    await fails({ $what: { a: 1 } }, 9);
    await fails({ $pop: { list: 2 } }, 9);
    expect(await items.findOne()).toEqual({ _id: 1, a: 1, b: 'text', list: [] });
  });
});

describe('an update of arrays', () => {
  it('adds and removes elements', async () => {
    expect(await updated({ a: [1] }, { $push: { a: 2 } })).toEqual({ a: [1, 2] });
    expect(await updated({}, { $push: { a: { $each: [3, 1, 2], $sort: 1, $slice: 2 } } })).toEqual({
      a: [1, 2],
    });
    expect(await updated({ a: [1, 2] }, { $push: { a: { $each: [9], $position: 0 } } })).toEqual({
      a: [9, 1, 2],
    });
    expect(
      await updated({ a: [{ n: 2 }] }, { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } }),
    ).toEqual({
      a: [{ n: 1 }, { n: 2 }],
    });
    expect(await updated({ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } })).toEqual({ a: [1, 2] });
    expect(await updated({ a: [1, 2, 3] }, { $pop: { a: -1 } })).toEqual({ a: [2, 3] });
    expect(await updated({ a: [1, 2, 1] }, { $pull: { a: 1 } })).toEqual({ a: [2] });
    expect(await updated({ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } })).toEqual({ a: [1] });
    expect(await updated({ a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } })).toEqual({
      a: [{ x: 2 }],
    });
    const pairs = { a: [{ x: 1 }, { x: 2 }, 3] };
    expect(await updated(pairs, { $pull: { a: { $or: [{ x: 1 }, { x: 3 }] } } })).toEqual({
      a: [{ x: 2 }, 3],
    });
    expect(await updated(pairs, { $pull: { a: { $and: [{ x: { $gt: 1 } }] } } })).toEqual({
      a: [{ x: 1 }, 3],
    });
    expect(await updated(pairs, { $pull: { a: { $nor: [{ x: 1 }] } } })).toEqual({ a: [{ x: 1 }, 3] });
    expect(await updated({ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } })).toEqual({ a: [2] });
  });

  it('finds elements by position and by filter', async () => {
    const list = { list: [{ n: 1 }, { n: 5 }, { n: 9 }] };
    expect(await updated(list, { $set: { 'list.$.hit': true } }, {}, { 'list.n': 5 })).toEqual({
      list: [{ n: 1 }, { n: 5, hit: true }, { n: 9 }],
    });
    expect(await updated(list, { $inc: { 'list.$[].n': 1 } })).toEqual({
      list: [{ n: 2 }, { n: 6 }, { n: 10 }],
    });
    expect(
      await updated(list, { $set: { 'list.$[big].n': 0 } }, { arrayFilters: [{ 'big.n': { $gt: 4 } }] }),
    ).toEqual({
      list: [{ n: 1 }, { n: 0 }, { n: 0 }],
    });
    await expect(updated(list, { $set: { 'list.$.n': 1 } })).rejects.toMatchObject({ code: 2 });
    await expect(updated(list, { $set: { 'list.$[x].n': 1 } })).rejects.toMatchObject({ code: 2 });
    await expect(updated(list, { $set: { a: 1 } }, { arrayFilters: [{ x: 1 }] })).rejects.toMatchObject({
      code: 9,
    });
  });
});

describe('an update by a pipeline', () => {
  it('computes from the document itself', async () => {
    await items.insertOne({ _id: 1 as never, a: 2, b: 3 });
    await items.updateOne({}, [{ $set: { c: { $multiply: ['$a', '$b'] } } }, { $unset: 'a' }]);
    expect(await items.findOne()).toEqual({ _id: 1, b: 3, c: 6 });
    await items.updateOne({}, [{ $replaceWith: { all: '$$ROOT' } }]);
    expect(await items.findOne()).toEqual({ _id: 1, all: { _id: 1, b: 3, c: 6 } });
  });
});

describe('a replacement', () => {
  it('keeps the _id and nothing else', async () => {
    await items.insertOne({ _id: 1 as never, a: 1 });
    await items.replaceOne({ a: 1 }, { b: 2 });
    expect(await items.findOne()).toEqual({ _id: 1, b: 2 });
    await expect(items.replaceOne({ b: 2 }, { _id: 2 })).rejects.toMatchObject({ code: 66 });
  });
});

describe('an upsert', () => {
  it('makes the document of what the filter is equal to', async () => {
    const result = await items.updateOne(
      { a: 1, 'b.c': { $eq: 2 }, d: { $gt: 5 } },
      { $set: { e: 3 }, $setOnInsert: { f: 4 } },
      { upsert: true },
    );
    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
    expect(await items.findOne({ _id: result.upsertedId! })).toEqual({
      _id: result.upsertedId,
      a: 1,
      b: { c: 2 },
      e: 3,
      f: 4,
    });
    await items.updateOne({ a: 1 }, { $setOnInsert: { f: 9 }, $set: { e: 5 } }, { upsert: true });
    expect(await items.findOne({ a: 1 })).toMatchObject({ e: 5, f: 4 });
  });

  it('of many at once makes one document', async () => {
    await Promise.all(
      Array.from({ length: 40 }, () =>
        items.updateOne({ _id: 'counter' as never }, { $inc: { n: 1 } }, { upsert: true }),
      ),
    );
    expect(await items.find().toArray()).toEqual([{ _id: 'counter', n: 40 }]);
  });
});

describe('findAndModify', () => {
  beforeEach(() => items.insertMany([1, 2, 3].map((n) => ({ _id: n as never, n }))));

  it('gives the document as it was or as it became', async () => {
    expect(await items.findOneAndUpdate({ n: 2 }, { $inc: { n: 10 } })).toEqual({ _id: 2, n: 2 });
    expect(await items.findOneAndUpdate({ n: 12 }, { $inc: { n: 1 } }, { returnDocument: 'after' })).toEqual({
      _id: 2,
      n: 13,
    });
    expect(await items.findOneAndDelete({}, { sort: { n: -1 } })).toEqual({ _id: 2, n: 13 });
    expect(
      await items.findOneAndReplace({ n: 1 }, { x: 1 }, { returnDocument: 'after', projection: { _id: 0 } }),
    ).toEqual({ x: 1 });
    expect(await items.findOneAndUpdate({ n: 99 }, { $set: { a: 1 } })).toBeNull();
    expect(
      await items.findOneAndUpdate({ n: 99 }, { $set: { a: 1 } }, { upsert: true, returnDocument: 'after' }),
    ).toMatchObject({ n: 99, a: 1 });
  });

  it('gives each document of a queue to one taker', async () => {
    await items.deleteMany({});
    await items.insertMany(Array.from({ length: 60 }, (_, n) => ({ n, taken: false })));
    const take = (): Promise<unknown> =>
      items.findOneAndUpdate(
        { taken: false },
        { $set: { taken: true } },
        { sort: { n: 1 }, projection: { n: 1, _id: 0 } },
      );
    const numbers: number[] = [];
    // A taker whose document was taken before it may come back with nothing, in MongoDB; one of each round has one.
    for (let more = true; more;) {
      const taken = (await Promise.all(Array.from({ length: 70 }, take))) as ({ n: number } | null)[];
      numbers.push(...taken.flatMap((one) => (one ? [one.n] : [])));
      more = taken.some((one) => one !== null);
    }
    numbers.sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });
});

describe('a delete', () => {
  it('removes one or all', async () => {
    await items.insertMany([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }]);
    expect((await items.deleteOne({ a: 1 })).deletedCount).toBe(1);
    expect((await items.deleteMany({ a: 1 })).deletedCount).toBe(2);
    expect((await items.deleteMany({ a: 1 })).deletedCount).toBe(0);
    expect(await items.countDocuments()).toBe(1);
  });
});

describe('the elements that an update is meant for', () => {
  it('are found once, before the first change', async () => {
    const two = { c: [{ name: 'foo' }, { name: 'foo' }] };
    expect(await updated(two, { $set: { 'c.$.name': 'bar', 'c.$.z': 1 } }, {}, { 'c.name': 'foo' })).toEqual({
      c: [{ name: 'bar', z: 1 }, { name: 'foo' }],
    });
    const changes = { $set: { 'c.$[id].name': 'bar', 'c.$[id].z': 1 }, $inc: { 'c.$[id].n': 1 } };
    expect(await updated(two, changes, { arrayFilters: [{ 'id.name': 'foo' }] })).toEqual({
      c: [
        { name: 'bar', z: 1, n: 1 },
        { name: 'bar', z: 1, n: 1 },
      ],
    });
    const nested = {
      c: [
        { on: 1, d: [1, 2] },
        { on: 0, d: [1] },
      ],
    };
    const filters = { arrayFilters: [{ 'c.on': 1 }, { d: { $lt: 2 } }] };
    const flip = { $set: { 'c.$[c].on': 0, 'c.$[c].zone': 1 }, $inc: { 'c.$[c].d.$[d]': 5 } };
    expect(await updated(nested, flip, filters)).toEqual({
      c: [
        { on: 0, d: [6, 2], zone: 1 },
        { on: 0, d: [1] },
      ],
    });
  });

  it('may not be the same for two changes', async () => {
    await items.insertOne({ a: [1, 2] });
    await expect(items.updateOne({ a: 1 }, { $set: { 'a.$': 3, 'a.0': 4 } })).rejects.toMatchObject({
      code: 40,
    });
    const filters = { arrayFilters: [{ x: 1 }, { y: 1 }] };
    await expect(items.updateOne({}, { $set: { 'a.$[x]': 3, 'a.$[y]': 4 } }, filters)).rejects.toMatchObject({
      code: 40,
    });
  });
});

describe('an _id', () => {
  it.each([{ $a: 1 }, { a: { $b: 1 } }, { a: [{ $b: 1 }] }, { $id: 1, $ref: 'x' }])(
    'with a field that begins with a dollar is rejected: %j',
    async (_id) => {
      const rejected = { code: 52 };
      await expect(items.insertOne({ _id: _id as never })).rejects.toMatchObject(rejected);
      await expect(items.replaceOne({ x: 1 }, { _id: _id as never }, { upsert: true })).rejects.toMatchObject(
        rejected,
      );
      expect(await items.countDocuments()).toBe(0);
    },
  );

  it('may be a DBRef', async () => {
    await items.insertOne({ _id: { $ref: 'other', $id: 1 } as never });
    expect(await items.countDocuments()).toBe(1);
  });
});
