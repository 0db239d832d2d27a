import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type OpenStore } from '@cordon/embedded-mongo';
import { type Connection, type Model, Schema } from 'mongoose';
import { cachedModels } from '../../../shared/mongo/cachedModels';
import { connectMongo } from '../../../shared/mongo/connect';
import { ReadCache } from '../../../shared/mongo/readCache';
import { requestModels } from '../../../shared/mongo/requestModels';
import { endedWith, neverEnds } from '../../../shared/subgraph/endedRequest';

interface Row {
  readonly _id: number;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly at: Date;
}

let folder: string;
let store: OpenStore;
let connection: Connection;
let rows: Model<Row>;
let others: Model<Row>;
let cache: ReadCache;
let asked = 0;

const modelOf = (name: string) =>
  connection.model<Row>(
    name,
    new Schema<Row>(
      { _id: Number, kind: String, tags: [String], at: Date },
      { collection: name, versionKey: false },
    ),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-test-'));
  store = await openStore({ folder });
  connection = await connectMongo({ url: store.url, database: 'test' });
  connection.getClient().on('commandStarted', () => asked++);
  [rows, others] = [modelOf('rows'), modelOf('others')];
});
beforeEach(async () => {
  cache = new ReadCache(store.writes, connection.name);
  await rows.deleteMany({});
  await others.deleteMany({});
  await rows.insertMany([1, 2, 3].map(rowOf));
  await others.insertMany([4].map(rowOf));
});
afterAll(async () => {
  await connection.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const rowOf = (_id: number) => ({
  _id,
  kind: _id % 2 ? 'odd' : 'even',
  tags: [`t${_id}`],
  at: new Date(_id),
});

const cachedRows = (reader = 'all') => cachedModels({ rows }, cache, reader).rows;

/** Returns how many commands work sends to the store. */
async function commandsOf(work: () => PromiseLike<unknown>): Promise<number> {
  const before = asked;
  await work();
  return asked - before;
}

const unionWith = { $unionWith: { coll: 'others', pipeline: [{ $match: { kind: 'even' } }] } };

const reads: Readonly<Record<string, (model: Model<Row>) => PromiseLike<unknown>>> = {
  find: (model) => model.find({ kind: 'odd' }).sort({ _id: -1 }).lean(),
  'find of a date': (model) => model.find({ at: { $gt: new Date(1) } }).lean(),
  'find with a projection': (model) => model.find({ kind: 'odd' }, { tags: 1 }).lean(),
  findOne: (model) => model.findOne({ kind: 'even' }).lean(),
  'findOne of none': (model) => model.findOne({ kind: 'none' }).lean(),
  findById: (model) => model.findById(1).lean(),
  countDocuments: (model) => model.countDocuments({ kind: 'odd' }),
  aggregate: (model) => model.aggregate([{ $match: { kind: 'odd' } }, { $sort: { _id: 1 } }, unionWith]),
  'aggregate of a count': (model) =>
    model.aggregate([{ $collStats: { count: {} } }, { $project: { _id: 0, rows: '$count' } }]),
};

/** Their answers may differ though nothing was written, or cannot be told apart. */
const neverHeld: typeof reads = {
  'a read that is not lean': (model) => model.findOne({ kind: 'even' }),
  'a regular expression': (model) => model.find({ kind: /^o/ }).lean(),
  'the time': (model) => model.aggregate([{ $match: { $expr: { $lt: ['$at', '$$NOW'] } } }]),
  'a sample': (model) => model.aggregate([{ $sample: { size: 1 } }]),
  'distinct values': (model) => model.distinct('kind'),
  'a count with the time of its reading': (model) => model.aggregate([{ $collStats: { count: {} } }]),
  'a result that is transformed': (model) => model.findOne({ kind: 'even' }).lean().transform(String),
  'a result that must be there': (model) => model.findOne({ kind: 'even' }).lean().orFail(),
};

describe('a read of collections that were not written since', () => {
  it.each(Object.entries(reads))('%s is not sent again, and gives the same', async (_, read) => {
    const first = await read(cachedRows());
    expect(first).toEqual(await read(rows));
    let again: unknown;
    expect(await commandsOf(async () => (again = await read(cachedRows())))).toBe(0);
    expect(again).toEqual(first);
  });

  it.each(Object.entries(neverHeld))('%s is sent again', async (_, read) => {
    await read(cachedRows());
    expect(await commandsOf(() => read(cachedRows()))).toBe(1);
  });

  it.each([
    ['filter', { kind: 'odd' }, {}],
    ['text for a number', { kind: '1' }, {}],
    ['order', { kind: 1 as never }, { sort: { _id: -1 } as const }],
    ['other order', { kind: 1 as never }, { sort: { _id: 1 } as const }],
    ['limit', { kind: 1 as never }, { limit: 1 }],
    ['absent value', { kind: undefined as never }, {}],
    ['null', { kind: null as never }, {}],
  ])('is another with another %s', async (_, filter, options) => {
    await cachedRows().find({ kind: 1 as never });
    await cachedRows()
      .find({ kind: 1 as never })
      .lean();
    expect(await commandsOf(() => cachedRows().find(filter, null, options).lean())).toBe(1);
  });

  it('is another with a value left out of a list, and with a zero below zero', async () => {
    const literal = (value: unknown) => () =>
      cachedRows().aggregate([{ $match: { _id: 1 } }, { $project: { value: { $literal: value } } }]);
    for (const value of [[1], 0]) await literal(value)();
    const sparse: unknown[] = [];
    sparse[1] = 1;
    for (const value of [sparse, -0]) expect(await commandsOf(literal(value))).toBe(1);
  });

  it('is another of another model, though of the same collection', async () => {
    const schema = new Schema({ _id: Number, kind: Number }, { collection: 'rows' });
    const other = connection.model('numbers', schema) as unknown as Model<Row>;
    await cachedRows().find({ kind: '1' }).lean();
    const numbers = cachedModels({ other }, cache, 'all').other;
    expect(await commandsOf(() => numbers.find({ kind: '1' }).lean())).toBe(1);
  });

  it('is each reader’s own', async () => {
    await cachedRows('one').findById(1).lean();
    expect(await commandsOf(() => cachedRows('another').findById(1).lean())).toBe(1);
  });

  it('gives rows that nobody can change, in a list of the reader’s own', async () => {
    const read = () => cachedRows().find({}).sort({ _id: 1 }).lean<Row[]>();
    const [found, again] = [await read(), await read()];
    found.reverse();
    found.pop();
    expect(again.map(({ _id }) => _id)).toEqual([1, 2, 3]);
    expect(() => Object.assign(again[0] ?? {}, { kind: 'other' })).toThrow(TypeError);
    expect(() => (again[0]?.tags as string[]).push('other')).toThrow(TypeError);
  });

  it('is held up to 1,100 documents', async () => {
    await rows.insertMany(Array.from({ length: 1_200 }, (_, n) => rowOf(100 + n)));
    const read = (limit: number) => () => cachedRows().find({}).limit(limit).lean();
    await read(1_001)();
    expect(await commandsOf(read(1_001))).toBe(0);
    expect((await read(1_101)()).every((row) => !Object.isFrozen(row))).toBe(true);
    expect(await commandsOf(read(1_101))).toBe(1);
  });

  it('is held up to 2 MiB, its question included', async () => {
    await rows.updateOne({ _id: 1 }, { $set: { kind: 'x'.repeat(2 * 1024 * 1024) } });
    const large = () => cachedRows().findById(1).lean();
    await large();
    expect(Object.isFrozen(await large())).toBe(false);
    expect(await commandsOf(large)).toBe(1);
    const long = () =>
      cachedRows()
        .findOne({ _id: { $in: Array.from({ length: 400_000 }, (_, n) => -n) } })
        .lean();
    await long();
    expect(await commandsOf(long)).toBe(1);
  });

  it('ends what was asked longest ago where 16 MiB are held', async () => {
    await rows.updateOne({ _id: 1 }, { $set: { kind: 'x'.repeat(1024 * 1024) } });
    const read = (n: number) => () =>
      cachedRows()
        .findOne({ _id: { $in: [1, -n] } })
        .lean();
    await read(0)();
    expect(await commandsOf(read(0))).toBe(0);
    for (let n = 1; n <= 16; n++) await read(n)();
    expect(await commandsOf(read(16))).toBe(0);
    expect(await commandsOf(read(0))).toBe(1);
  });

  it('is sent where the store does not tell, and rejected where it is closed', async () => {
    const unknown = new ReadCache(undefined, connection.name);
    expect(cachedModels({ rows }, unknown, 'all').rows).toBe(rows);
    let isServed = true;
    const writes = {
      stateOf: (database: string, collections: readonly string[]) =>
        isServed ? store.writes?.stateOf(database, collections) : undefined,
    };
    const ending = cachedModels({ rows }, new ReadCache(writes, connection.name), 'all').rows;
    await ending.findById(1).lean();
    expect(await commandsOf(() => ending.findById(1).lean())).toBe(0);
    isServed = false;
    expect(await commandsOf(() => ending.findById(1).lean())).toBe(1);
  });
});

describe('a read after a write', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['to its collection', () => rows.updateOne({ _id: 1 }, { $set: { kind: 'changed' } })],
    ['of a new row', () => rows.insertMany([rowOf(5)])],
    ['that removes', () => rows.deleteOne({ _id: 1 })],
    ['past mongoose', () => connection.collection<Row>('rows').deleteOne({ _id: 3 })],
  ])('%s gives what was written', async (_, write) => {
    for (const read of Object.values(reads)) await read(cachedRows());
    await write();
    for (const [name, read] of Object.entries(reads))
      expect([name, await read(cachedRows())]).toEqual([name, await read(rows)]);
  });

  it('to a collection that it joins gives what was written', async () => {
    const read = () => cachedRows().aggregate<Row>([{ $match: { _id: 1 } }, unionWith]);
    await read();
    await others.insertMany([rowOf(6)]);
    expect((await read()).map(({ _id }) => _id)).toEqual([1, 4, 6]);
  });

  it('is what the store holds, however reads and writes fall together', async () => {
    const progress = { written: 0, ended: false };
    const writer = (async () => {
      for (let n = 1; n <= 60; n++) {
        await rows.updateOne({ _id: 1 }, { $set: { kind: String(n) } });
        progress.written = n;
        await new Promise((resolve) => setTimeout(resolve, n % 4));
      }
      progress.ended = true;
    })();
    while (!progress.ended) {
      const acknowledged = progress.written;
      const found = await cachedRows().findById(1).lean<Row>();
      expect(Number(found?.kind) || 0).toBeGreaterThanOrEqual(acknowledged);
      // A read from memory lets nobody else have a turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writer;
    expect(await cachedRows().findById(1).lean()).toMatchObject({ kind: '60' });
  });
});

describe('collections that count as one', () => {
  it('end what is held of all of them with each write', async () => {
    const together = new ReadCache(store.writes, connection.name, ['rows', 'others']);
    const read = () => cachedModels({ rows }, together, 'all').rows.findById(1).lean();
    await read();
    expect(await commandsOf(read)).toBe(0);
    await others.insertMany([rowOf(8)]);
    expect(await commandsOf(read)).toBe(1);
  });

  it('end it with a write to one that a read joins beside them too', async () => {
    const together = new ReadCache(store.writes, connection.name, ['rows']);
    const read = () => cachedModels({ rows }, together, 'all').rows.aggregate([unionWith]);
    await read();
    await others.insertMany([rowOf(10)]);
    expect(await read()).toEqual(await rows.aggregate([unionWith]));
  });
});

describe('the models of a request', () => {
  const signal = endedWith(undefined);

  it('share reads between requests of one tenant, and not with others', async () => {
    const models = requestModels({ rows }, cache);
    const read = (tenant: string | null) => models(endedWith(undefined), tenant).rows.findById(1).lean();
    await read('kestrel');
    expect(await commandsOf(() => read('kestrel'))).toBe(0);
    expect(await commandsOf(() => read(null))).toBe(1);
    expect(await commandsOf(() => read('harborlight'))).toBe(1);
  });

  it('read from the store for a mutation', async () => {
    const models = requestModels({ rows }, cache);
    await models(signal, null).rows.findById(1).lean();
    expect(await commandsOf(() => models(neverEnds, null).rows.findById(1).lean())).toBe(1);
  });

  it('end a read with its request where it is sent', async () => {
    const leaving = new AbortController();
    leaving.abort();
    const models = requestModels({ rows }, cache);
    const read = models(endedWith(leaving.signal), null).rows.findById(1).lean();
    await expect(read.exec()).rejects.toMatchObject({ code: 'REQUEST_ENDED' });
  });
});
