import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { type Collection, openTestStore, type TestStore } from '../../support/storeServer';

let store: TestStore;
let items: Collection;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  items = store.db.collection('items');
  await items.deleteMany({});
});
afterAll(() => store.close());

const exact = { promoteValues: false, promoteLongs: false } as const;

describe('a stored document', () => {
  it('comes back with every value and type as it was', async () => {
    const document = {
      _id: 'all',
      int: new Int32(5),
      double: new Double(5),
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('0.10'),
      text: 'a\0b é 😀',
      nested: { b: 1, a: { '2': 'two', '1': 'one' } },
      array: [1, [2, null], {}],
      binary: new Binary(Buffer.from([1, 2, 3]), 0x80),
      id: new ObjectId(),
      flag: true,
      date: new Date(-1),
      nothing: null,
      regex: new BSONRegExp('a+', 'i'),
      timestamp: new Timestamp({ t: 7, i: 9 }),
      min: new MinKey(),
      max: new MaxKey(),
    };
    await items.insertOne(document as never);
    const found = (await items.findOne({ _id: 'all' as never }, { ...exact, bsonRegExp: true }))!;
    expect(found.int).toEqual(new Int32(5));
    expect(found.double).toEqual(new Double(5));
    expect(found.long).toEqual(document.long);
    expect(String(found.decimal)).toBe('0.10');
    expect(found.text).toBe(document.text);
    expect(Object.keys(found)).toEqual(Object.keys(document));
    expect(found.binary).toEqual(document.binary);
    expect(found.date).toEqual(document.date);
    expect(found.regex).toEqual(document.regex);
    expect(found.timestamp).toEqual(document.timestamp);
    expect(found.min).toBeInstanceOf(MinKey);
  });

  it('keeps the types of the fields that an update does not name', async () => {
    await items.insertOne({ _id: 1 as never, double: new Double(2), long: Long.fromNumber(3), int: 4 });
    await items.updateOne({ _id: 1 as never }, { $inc: { int: 1 }, $set: { added: true } });
    const found = (await items.findOne({ _id: 1 as never }, exact))!;
    expect(found.double).toEqual(new Double(2));
    expect(found.long).toEqual(Long.fromNumber(3));
    expect(found.int).toEqual(new Int32(5));
  });

  it('gets an _id where it has none, in the first place', async () => {
    await store.db.command({ insert: 'items', documents: [{ a: 1 }, { b: 2, _id: 'second' }] });
    const found = await items.find().toArray();
    expect(found.map((one) => Object.keys(one)[0])).toEqual(['_id', '_id']);
  });

  it('is rejected where its _id is an array or a pattern', async () => {
    for (const _id of [[1], /a/]) {
      // MongoDB's releases do not agree on BadValue or InvalidIdField.
      const error: unknown = await items.insertOne({ _id: _id as never }).catch((reason: unknown) => reason);
      expect([2, 53]).toContain((error as { code: unknown }).code);
    }
    expect(await items.countDocuments()).toBe(0);
  });

  it('is the same whatever number type its _id has', async () => {
    await items.insertOne({ _id: new Double(7) as never });
    await expect(items.insertOne({ _id: Long.fromNumber(7) as never })).rejects.toMatchObject({
      code: 11000,
    });
    expect(await items.countDocuments({ _id: Decimal128.fromString('7.0') as never })).toBe(1);
  });

  it('may have an _id of any length', async () => {
    const ids = ['x'.repeat(3000), 'x'.repeat(3000) + 'y', 'x'.repeat(2999)];
    await items.insertMany(ids.map((_id) => ({ _id: _id as never })));
    for (const _id of ids) expect((await items.findOne({ _id: _id as never }))!._id).toBe(_id);
    await expect(items.insertOne({ _id: ids[0] as never })).rejects.toMatchObject({ code: 11000 });
    expect((await items.find().sort({ _id: 1 }).toArray()).map(({ _id }) => String(_id))).toEqual(
      [...ids].sort(),
    );
    expect(await items.countDocuments({ _id: { $gt: ids[2] as never } })).toBe(2);
  });

  it('may be as large as 16 MB and no larger', async () => {
    await items.insertOne({ _id: 'large' as never, text: 'x'.repeat(15_000_000) });
    expect((await items.findOne({ _id: 'large' as never }))!.text).toHaveLength(15_000_000);
    await expect(
      items.updateOne({ _id: 'large' as never }, { $set: { more: 'x'.repeat(2_000_000) } }),
    ).rejects.toThrow(/larger|maximum|too large/i);
    await items.deleteMany({});
  });
});

describe('a batch', () => {
  it('stops at its first error where it is ordered', async () => {
    const error = await items
      .insertMany([{ _id: 1 as never }, { _id: 1 as never }, { _id: 2 as never }])
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 11000, insertedCount: 1 });
    expect(await items.countDocuments()).toBe(1);
  });

  it('goes on after errors where it is not', async () => {
    const error = (await items
      .insertMany([{ _id: 1 as never }, { _id: 1 as never }, { _id: 2 as never }, { _id: 2 as never }], {
        ordered: false,
      })
      .catch((reason: unknown) => reason)) as { writeErrors: { index: number }[]; insertedCount: number };
    expect(error.insertedCount).toBe(2);
    expect(error.writeErrors.map(({ index }) => index)).toEqual([1, 3]);
  });

  it('of updates without an order goes on after errors too, each seeing what those before it did', async () => {
    const at = (_id: string) => ({ _id: _id as never });
    const statements = [
      { updateOne: { filter: at('a'), update: { $inc: { n: 1 } }, upsert: true } },
      { updateOne: { filter: at('a'), update: { $inc: { n: 1 } }, upsert: true } },
      { updateOne: { filter: at('a'), update: { $inc: { _id: 1 } } } },
      { updateOne: { filter: at('b'), update: { $set: { n: 5 } }, upsert: true } },
      { updateOne: { filter: at('b'), update: { $set: { _id: 'c' } } } },
      { updateOne: { filter: at('b'), update: { $max: { n: 7 } } } },
    ];
    const error = (await items
      .bulkWrite(statements, { ordered: false })
      .catch((reason: unknown) => reason)) as {
      writeErrors: { index: number }[];
      result: { upsertedIds: Record<number, string>; modifiedCount: number };
    };
    expect(error.writeErrors.map(({ index }) => index)).toEqual([2, 4]);
    expect(error.result).toMatchObject({ upsertedIds: { 0: 'a', 3: 'b' }, modifiedCount: 2 });
    expect(await items.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'b', n: 7 },
    ]);
    const many = Array.from({ length: 700 }, (_, n) => ({
      updateOne: { filter: at(`m${n % 600}`), update: { $inc: { n: 1 } }, upsert: true },
    }));
    expect(await items.bulkWrite(many, { ordered: false })).toMatchObject({
      upsertedCount: 600,
      matchedCount: 100,
    });
    expect(await items.countDocuments({ n: 2 })).toBe(101);
  });

  it('of an update of many that finds none makes one, whatever the statements before it found', async () => {
    const at = (_id: string) => ({ _id: _id as never });
    for (const ordered of [true, false]) {
      await items.deleteMany({});
      await items.insertOne({ ...at('a'), n: 1 });
      const result = await items.bulkWrite(
        [
          { updateMany: { filter: { n: 1 }, update: { $set: { n: 2 } }, upsert: true } },
          { updateMany: { filter: at('b'), update: { $set: { n: 3 } }, upsert: true } },
        ],
        { ordered },
      );
      expect(result).toMatchObject({ matchedCount: 1, upsertedCount: 1, upsertedIds: { 1: 'b' } });
    }
  });

  it('of removals without an order removes each document once', async () => {
    await items.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: n as never, n })));
    const removals = Array.from({ length: 400 }, (_, n) => ({
      deleteMany: { filter: { n: { $lte: n } } },
    }));
    expect(await items.bulkWrite(removals, { ordered: false })).toMatchObject({ deletedCount: 300 });
  });

  it('may hold thousands, and may mix kinds of writes', async () => {
    await items.insertMany(Array.from({ length: 5000 }, (_, n) => ({ _id: n as never, n })));
    const result = await items.bulkWrite([
      { insertOne: { document: { _id: 'new' as never } } },
      { updateOne: { filter: { _id: 5 as never }, update: { $set: { n: -1 } } } },
      { updateMany: { filter: { n: { $gte: 4990 } }, update: { $inc: { n: 1 } } } },
      { replaceOne: { filter: { _id: 6 as never }, replacement: { replaced: true } } },
      { deleteOne: { filter: { _id: 7 as never } } },
      { deleteMany: { filter: { n: { $lt: 5, $gte: 0 } } } },
      { updateOne: { filter: { _id: 'up' as never }, update: { $set: { a: 1 } }, upsert: true } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 12,
      modifiedCount: 12,
      deletedCount: 6,
      upsertedCount: 1,
    });
    expect(result.upsertedIds).toEqual({ 6: 'up' });
    expect(await items.findOne({ _id: 6 as never })).toEqual({ _id: 6, replaced: true });
  });

  it('without acknowledgement is written all the same', async () => {
    await items.insertOne({ _id: 'silent' as never }, { writeConcern: { w: 0 } });
    while (!(await items.findOne({ _id: 'silent' as never })))
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await items.countDocuments({ _id: 'silent' as never })).toBe(1);
  });
});
