import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandNames } from '../../src/commands/registry';
import { type OpenStore, openStore } from '../../src/openStore';
import { type Db, MongoClient, temporaryFolder } from '../support/storeServer';

let folder: string;
let store: OpenStore;
let client: InstanceType<typeof MongoClient>;
let db: Db;
beforeAll(async () => {
  folder = temporaryFolder();
  store = await openStore({ folder });
  client = new MongoClient(store.url, { maxPoolSize: 1 });
  db = client.db('x');
  await db.collection('items').insertMany(Array.from({ length: 50 }, (_, n) => ({ n, s: 'no number' })));
  await db.collection('items').createIndex({ n: 1 }, {}, {});
});
afterAll(async () => {
  await client.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const fails = { $expr: { $eq: [{ $toInt: '$s' }, 1] } };
const byIndex = { n: { $gte: 0 }, ...fails };

/** Of each command one form that fails, late where it can: while documents are read. Null: it cannot fail. */
const failing: Record<string, readonly object[] | null> = {
  find: [
    { find: 'items', filter: fails },
    { find: 'items', filter: byIndex, hint: 'n_1' },
    { find: 'items', filter: fails, sort: { s: 1 } },
    { find: 'items', projection: { x: { $toInt: '$s' } } },
    { find: 'items', filter: {}, maxTimeMS: -1 },
  ],
  insert: [{ insert: 'items', documents: [{ _id: { $a: 1 } }] }],
  update: [
    { update: 'items', updates: [{ q: fails, u: { $set: { a: 1 } } }] },
    { update: 'items', updates: [{ q: byIndex, u: { $set: { a: 1 } }, multi: true }] },
    { update: 'items', updates: [{ q: {}, u: { $inc: { s: 1 } }, multi: true }] },
  ],
  delete: [
    { delete: 'items', deletes: [{ q: fails, limit: 1 }] },
    { delete: 'items', deletes: [{ q: byIndex, limit: 0 }] },
  ],
  findAndModify: [{ findAndModify: 'items', query: fails, remove: true }],
  findandmodify: [{ findandmodify: 'items', query: byIndex, update: { $set: { a: 1 } } }],
  count: [{ count: 'items', query: fails }],
  distinct: [{ distinct: 'items', key: 'n', query: fails }],
  getMore: [{ getMore: 1, collection: 'items' }],
  killCursors: [{ killCursors: 'items', cursors: 1 }],
  createIndexes: [{ createIndexes: 'items', indexes: [{ key: { s: 1 }, name: 's', unique: true }] }],
  listIndexes: [{ listIndexes: 'none' }],
  dropIndexes: [{ dropIndexes: 'items', index: 'none' }],
  create: [{ create: 'items' }],
  drop: [{ drop: 'none' }],
  dropDatabase: [{ dropDatabase: 1, unknown: 1 }],
  listCollections: [{ listCollections: 1, filter: { $expr: { $toInt: '$name' } } }],
  listDatabases: [
    { listDatabases: 1, filter: { $expr: { $toInt: '$name' } } },
    { listDatabases: 1, unknown: 1 },
  ],
  aggregate: [
    { aggregate: 'items', pipeline: [{ $match: fails }], cursor: {} },
    { aggregate: 'items', pipeline: [{ $project: { x: { $toInt: '$s' } } }], cursor: {} },
    { aggregate: 'items', pipeline: [{ $group: { _id: { $toInt: '$s' } } }], cursor: {} },
    {
      aggregate: 'items',
      pipeline: [{ $lookup: { from: 'items', as: 'x', pipeline: [{ $match: fails }] } }],
      cursor: {},
    },
  ],
  explain: [{ explain: { find: 'items', filter: fails }, verbosity: 'executionStats' }],
  collStats: [{ collStats: 'items', unknown: 1 }],
  dbStats: [{ dbStats: 1, unknown: 1 }],
  hostInfo: [{ hostInfo: 1, unknown: 1 }],
  ping: [{ ping: 1, unknown: 1 }],
  endSessions: [{ endSessions: [], unknown: 1 }],
  refreshSessions: [{ refreshSessions: [], unknown: 1 }],
  killSessions: [{ killSessions: [], unknown: 1 }],
  killAllSessions: [{ killAllSessions: [], unknown: 1 }],
  connectionStatus: [{ connectionStatus: 1, unknown: 1 }],
  logout: [{ logout: 1, unknown: 1 }],
  saslStart: [{ saslStart: 1, mechanism: 'NONE' }],
  saslContinue: [{ saslContinue: 1 }],
  hello: null,
  isMaster: null,
  ismaster: null,
  buildInfo: null,
  buildinfo: null,
  serverStatus: null,
};

async function readersInUse(): Promise<number> {
  // A snapshot of a turn is given back when the turn is over.
  await sleep(5);
  const { lmdb } = (await db.command({ serverStatus: 1 })) as { lmdb: { readers: { used: number } } };
  return lmdb.readers.used;
}

describe('a reader slot of LMDB', () => {
  it('is named for each command of the table', () => {
    expect(Object.keys(failing).sort()).toEqual([...commandNames].sort());
  });

  it('is given back by each command that fails', async () => {
    const items = db.collection('items');
    await items.countDocuments({ s: 'x' });
    for (const [name, forms] of Object.entries(failing)) {
      for (const form of forms ?? []) {
        const before = await readersInUse();
        // Each write begins a new version of the data: a reader that is left keeps its own.
        for (let round = 0; round < 3; round++) {
          const result = await db.command(form).catch((error: unknown) => error);
          const rejected = result instanceof Error || 'writeErrors' in (result as object);
          expect([name, form, rejected]).toEqual([name, form, true]);
          await items.updateOne({ n: 0 }, { $inc: { round: 1 } });
        }
        expect([name, form, await readersInUse()]).toEqual([name, form, before]);
      }
    }
  });

  it('is given back by listDatabases with sizes, and by a cursor that is left', async () => {
    const items = db.collection('items');
    const before = await readersInUse();
    for (let round = 0; round < 20; round++) {
      expect((await client.db('admin').command({ listDatabases: 1 })).databases).toHaveLength(1);
      await db.command({ find: 'items', batchSize: 1 });
      await items.updateOne({ n: 0 }, { $inc: { round: 1 } });
    }
    expect(await readersInUse()).toBe(before);
  });
});
