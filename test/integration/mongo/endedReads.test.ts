import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type OpenStore } from '@cordon/embedded-mongo';
import { type Connection, type Model, Schema } from 'mongoose';
import { connectMongo } from '../../../shared/mongo/connect';
import { endableModels } from '../../../shared/mongo/endableModels';
import { endedWith, neverEnds } from '../../../shared/subgraph/endedRequest';

interface Row {
  readonly _id: number;
  readonly text: string;
}

let folder: string;
let store: OpenStore;
let connection: Connection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-test-'));
  store = await openStore({ folder });
  connection = await connectMongo({ url: store.url, database: 'test' });
  const rows = connection.model<Row>('Row', schema);
  await rows.createCollection();
  await rows.insertMany(Array.from({ length: 20_000 }, (_, _id) => ({ _id, text: 'x'.repeat(50) })));
});
afterAll(async () => {
  await connection.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const schema = new Schema<Row>(
  { _id: Number, text: String },
  {
    collection: 'rows',
    versionKey: false,
  },
);
const rowsOf = () => connection.model<Row>('Row');

/** Reads every row, and slowly: it fits none. */
const slow = { text: /x*x*x*y/ };

it.each([
  ['find', (rows: Model<Row>) => rows.find(slow).lean()],
  ['a cursor', (rows: Model<Row>) => rows.find(slow).lean().cursor().next()],
  ['findOne', (rows: Model<Row>) => rows.findOne(slow).lean()],
  ['count', (rows: Model<Row>) => rows.countDocuments(slow)],
  ['aggregate', (rows: Model<Row>) => rows.aggregate([{ $match: slow }, { $count: 'n' }])],
])('%s ends with its request, in the store too, and others go on', async (_what, read) => {
  const leaving = new AbortController();
  const { rows } = endableModels({ rows: rowsOf() }, endedWith(leaving.signal));
  const closed = new Promise((resolve) => connection.getClient().once('connectionClosed', resolve));
  connection.getClient().once('commandStarted', () => setImmediate(() => leaving.abort()));
  await expect(Promise.resolve(read(rows))).rejects.toMatchObject({ code: 'REQUEST_ENDED' });
  await closed;
  const others = endableModels({ rows: rowsOf() }, endedWith(new AbortController().signal)).rows;
  expect(await others.findById(7).lean()).toEqual({ _id: 7, text: 'x'.repeat(50) });
  expect(await others.find({ _id: { $lt: 3 } }, { text: 0 }, { sort: { _id: -1 } }).lean()).toEqual([
    { _id: 2 },
    { _id: 1 },
    { _id: 0 },
  ]);
});

it('nothing is read for a request that has ended, and what never ends has the models themselves', async () => {
  const models = { rows: rowsOf() };
  const { rows } = endableModels(models, endedWith(AbortSignal.abort()));
  await expect(rows.findById(1).lean()).rejects.toMatchObject({ code: 'REQUEST_ENDED' });
  expect(endableModels(models, neverEnds)).toBe(models);
});
