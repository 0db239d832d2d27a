import { rmSync } from 'node:fs';
import { Long } from 'bson';
import { type OpenStore, openStore } from '../../src/openStore';
import { type Collection, type Db, MongoClient, temporaryFolder } from '../support/storeServer';

let folder: string;
let store: OpenStore;
let client: InstanceType<typeof MongoClient>;
let db: Db;
let items: Collection;
beforeAll(async () => {
  folder = temporaryFolder();
  store = await openStore({ folder });
  client = new MongoClient(store.url);
  db = client.db('x');
  items = db.collection('items');
  await items.insertOne({ _id: 1 as never, n: 1 });
});
afterAll(async () => {
  await client.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const insert = { insert: 'items', documents: [{ a: 1 }] };

describe('a command that asks for what is not done', () => {
  it.each<[object, number]>([
    [{ find: 'items', min: { n: 1 }, hint: { n: 1 } }, 72],
    [{ find: 'items', max: { n: 1 }, hint: { n: 1 } }, 72],
    [{ find: 'items', returnKey: true }, 72],
    [{ find: 'items', showRecordId: true }, 72],
    [{ find: 'items', colour: 'red' }, 40415],
    [{ explain: { find: 'items' }, verbosity: 'everything' }, 2],
    [{ find: 'items', filter: { name: { $regex: 'a\0b' } } }, 2],
    [{ find: 'items', filter: { name: { $regex: 'a', $options: 'g' } } }, 51108],
    [{ find: 'items', filter: { name: { $regex: 'a', $options: 'i\0' } } }, 51108],
    [{ find: 'items', limt: 1 }, 40415],
    [{ ...insert, orderd: false }, 40415],
    [{ update: 'items', updates: [{ q: {}, u: { $set: { a: 1 } } }], upsert: true }, 40415],
    [{ delete: 'items', deletes: [{ q: {}, limit: 1 }], limit: 1 }, 40415],
    [{ findAndModify: 'items', query: {}, remove: true, projection: { a: 1 } }, 40415],
    [{ count: 'items', let: { a: 1 } }, 40415],
    [{ distinct: 'items', key: 'n', let: { a: 1 } }, 40415],
    [{ aggregate: 'items', pipeline: [], cursor: {}, limit: 1 }, 40415],
    [{ explain: { find: 'items', limt: 1 } }, 40415],
    [{ create: 'other', expireAfterSeconds: 1 }, 72],
    [{ create: 'other', validator: { a: 1 } }, 72],
    [{ createIndexes: 'items', indexes: [{ key: { n: 1 }, name: 'n' }], commitQuorum: 1 }, 72],
    [{ drop: 'items', force: true }, 40415],
    [{ ping: 1, pong: 1 }, 40415],
    [{ find: 'items', apiVersion: '2' }, 322],
    [{ find: 'items', apiStrict: true }, 4886600],
    [{ distinct: 'items', key: 'n', apiVersion: '1', apiStrict: true }, 323],
    [
      {
        aggregate: 'items',
        pipeline: [{ $collStats: { count: {} } }],
        cursor: {},
        apiVersion: '1',
        apiStrict: true,
      },
      323,
    ],
    [{ find: 'items', readConcern: { level: 'bogus' } }, 2],
    [{ find: 'items', readConcern: { level: 'snapshot' } }, 123],
    [{ find: 'items', readConcern: { level: 'linearizable' } }, 123],
    [{ find: 'items', readConcern: { levle: 'local' } }, 40415],
    [{ find: 'items', readConcern: 'local' }, 14],
    [{ ...insert, writeConcern: { w: 2 } }, 2],
    [{ ...insert, writeConcern: { w: 'rack' } }, 2],
    [{ ...insert, writeConcern: { w: -1 } }, 9],
    [{ ...insert, writeConcern: { y: true } }, 40415],
    [{ ...insert, txnNumber: Long.ONE }, 20],
  ])('is rejected: %j', async (command, code) => {
    await expect(db.command(command)).rejects.toMatchObject({ code });
  });

  it.each<[object, number]>([
    [{ update: 'items', updates: [{ q: {}, u: { $set: { a: 1 } }, sort: { n: 1 } }] }, 40415],
    [{ update: 'items', updates: [{ q: {}, u: { $set: { a: 1 } }, limit: 1 }] }, 40415],
    [{ update: 'items', updates: [{ q: {}, u: { $set: { a: 1 } }, c: { x: 1 } }] }, 51198],
    [{ delete: 'items', deletes: [{ q: {}, limit: 1, sort: { n: 1 } }] }, 40415],
  ])('is rejected in a statement: %j', async (command, code) => {
    const answer = (await db.command(command)) as { n: number; writeErrors: { code: number }[] };
    expect([answer.n, answer.writeErrors.map((error) => error.code)]).toEqual([0, [code]]);
  });

  it('carries out nothing that it rejects', async () => {
    expect(await items.find().toArray()).toEqual([{ _id: 1, n: 1 }]);
  });
});

describe('an aggregation that asks for what is not done', () => {
  it.each(['$bucketAuto', '$densify', '$fill', '$setWindowFields', '$redact', '$graphLookup', '$merge'])(
    'is rejected by the name of its stage: %s',
    async (stage) => {
      const message = expect.stringContaining(stage) as string;
      await expect(items.aggregate([{ [stage]: {} }]).toArray()).rejects.toMatchObject({
        code: 115,
        message,
      });
    },
  );

  it.each(['$sin', '$function', '$stdDevPop', '$bitAnd', '$toHashedIndexKey'])(
    'is rejected by the name of its operator: %s',
    async (operator) => {
      const message = expect.stringContaining(operator) as string;
      const pipeline = [{ $project: { a: { [operator]: 1 } } }];
      await expect(items.aggregate(pipeline).toArray()).rejects.toMatchObject({ code: 168, message });
    },
  );
});

describe('what drivers send with every command', () => {
  it('is accepted, with and without the Stable API, sessions and concerns', async () => {
    const stable = new MongoClient(store.url, {
      serverApi: { version: '1', strict: true },
      readConcernLevel: 'majority',
      writeConcern: { w: 'majority', journal: true },
    });
    const session = stable.startSession({ causalConsistency: true });
    const many = stable.db('x').collection<{ _id: number; n: number }>('many');
    await many.insertMany([{ _id: 1, n: 1 }], { session, comment: 'c' });
    await many.updateOne({ _id: 1 }, { $set: { n: 2 } }, { session, bypassDocumentValidation: true });
    await many.bulkWrite([{ updateOne: { filter: { _id: 1 }, update: { $inc: { n: 1 } } } }], { session });
    const options = { session, allowDiskUse: true, noCursorTimeout: true, returnKey: false, maxTimeMS: 1000 };
    expect(await many.find({}, options).toArray()).toEqual([{ _id: 1, n: 3 }]);
    expect(await many.aggregate([{ $match: {} }], { session, allowDiskUse: true }).toArray()).toHaveLength(1);
    expect(await many.findOneAndDelete({ _id: 1 }, { session, projection: { n: 1 } })).toEqual({
      _id: 1,
      n: 3,
    });
    await session.endSession();
    await stable.close();
  });
});

describe('let', () => {
  const found = (command: object): Promise<unknown[]> =>
    db.command(command).then(({ cursor }) => (cursor as { firstBatch: unknown[] }).firstBatch);

  it('is evaluated, a later variable with those before it', async () => {
    const variables = { one: { $subtract: [3, 2] }, same: '$$one', text: { $literal: '$n' } };
    expect(
      await found({ find: 'items', filter: { $expr: { $eq: ['$n', '$$same'] } }, let: variables }),
    ).toEqual([{ _id: 1, n: 1 }]);
    const pipeline = [{ $project: { one: '$$one', text: '$$text' } }];
    expect(await found({ aggregate: 'items', pipeline, cursor: {}, let: variables })).toEqual([
      { _id: 1, one: 1, text: '$n' },
    ]);
    const update = [{ $set: { n: { $add: ['$n', '$$two'] } } }];
    const two = { two: { $add: [1, 1] } };
    await db.command({ update: 'items', updates: [{ q: {}, u: update }], let: two });
    const changed = await db.command({ findAndModify: 'items', query: {}, update, let: two, new: true });
    expect(changed['value']).toEqual({ _id: 1, n: 5 });
    const q = { $expr: { $eq: ['$n', '$$five'] } };
    expect(
      (await db.command({ delete: 'items', deletes: [{ q, limit: 1 }], let: { five: { $add: [2, 3] } } }))[
        'n'
      ],
    ).toBe(1);
  });

  it.each<[object, number]>([
    [{ a: '$n' }, 4890500],
    [{ a: { $add: [1, '$$ROOT.n'] } }, 4890500],
    [{ A: 1 }, 9],
    [{ a: { $unknown: 1 } }, 168],
  ])('that is invalid is rejected: %j', async (variables, code) => {
    await expect(db.command({ find: 'items', let: variables })).rejects.toMatchObject({ code });
    await expect(
      db
        .command({ update: 'items', updates: [{ q: {}, u: [{ $set: { a: 1 } }] }], let: variables })
        .then(({ writeErrors }) => Promise.reject((writeErrors as unknown[])[0] as Error)),
    ).rejects.toMatchObject({ code });
  });
});
