import { hostname } from 'node:os';
import { type Connection, type Model, Schema } from 'mongoose';
import { connectMongo } from '../../../shared/mongo/connect';
import {
  type HeldLease,
  leaseFields,
  type LeasedRow,
  openLease,
  takeWhenFree,
} from '../../../shared/mongo/lease';
import { openTestStore, type TestStore } from '../../support/openTestStore';

interface Row extends LeasedRow {
  readonly last?: number;
}

let store: TestStore;
let connection: Connection;
let model: Model<Row>;
const terms = { name: 'work', leaseMs: 30_000, initial: { last: 0 } };

beforeAll(async () => {
  store = await openTestStore();
  connection = await connectMongo({ url: store.mongoUrl, database: `${store.databasePrefix}_lease` });
  const definition = { _id: { type: String, required: true }, ...leaseFields, last: Number };
  model = connection.model<Row>('Lease', new Schema<Row>(definition, { versionKey: false }));
});

beforeEach(() => model.deleteMany());

afterAll(async () => {
  await connection.close();
  await store.close();
});

function held<T>(taken: HeldLease<T> | { readonly heldBy: unknown }): HeldLease<T> {
  if ('heldBy' in taken) throw new Error('another holds it');
  return taken;
}

it('is held by one at a time, of many who ask at once', async () => {
  const taken = await Promise.all(Array.from({ length: 8 }, () => openLease(model, terms).take()));
  expect(taken.filter((one) => 'heldBy' in one)).toHaveLength(7);
  expect(taken.find((one) => 'heldBy' in one)).toMatchObject({
    heldBy: { host: hostname(), pid: process.pid },
  });
});

it('changes the document when it is taken and when it is ended, and tells that it was ended', async () => {
  const lease = openLease(model, terms);
  const first = held(await lease.take({ last: { $add: ['$last', 5] } }));
  expect(first).toMatchObject({ wasCutOff: false, row: { last: 5 } });
  expect(await first.end({ $inc: { last: 2 } })).toBe(true);
  const second = held(await lease.take());
  expect(second).toMatchObject({ wasCutOff: false, row: { last: 7 } });
  await second.abandon();
  expect(held(await lease.take()).wasCutOff).toBe(true);
});

it('lets whoever lost it neither renew it nor end it', async () => {
  const lost = held(await openLease(model, terms).take());
  await model.updateOne({ _id: 'work' }, { $set: { until: new Date(0) } });
  const next = held(await openLease(model, terms).take());
  expect(next.wasCutOff).toBe(true);
  expect(await lost.renew()).toBe(false);
  expect(await lost.end({ $set: { last: 99 } })).toBe(false);
  await lost.abandon();
  expect(await next.renew()).toBe(true);
  expect(await model.findById('work').lean()).toMatchObject({ last: 0, holder: next.mine.holder });
});

describe('of a process that did not end it', () => {
  const inAMinute = () => new Date(Date.now() + 60_000);
  const longAgo = () => new Date(Date.now() - 20_000);
  // A process number that no system gives out: above Linux's limit of 2^22.
  const noProcess = 2 ** 22 + 1;

  it.each([
    [
      'is free at once where that process is no more',
      { host: hostname(), pid: noProcess, until: inAMinute() },
      true,
    ],
    [
      'is free at once where its number is now ours',
      { host: hostname(), pid: process.pid, until: inAMinute() },
      true,
    ],
    [
      'is kept until it runs out on another machine',
      { host: 'elsewhere', pid: noProcess, until: inAMinute() },
      false,
    ],
    [
      'is free when it ran out on another machine',
      { host: 'elsewhere', pid: process.pid, until: longAgo() },
      true,
    ],
    [
      'stays with a process that stands still',
      { host: hostname(), pid: process.ppid, until: longAgo() },
      false,
    ],
    ['is free where no machine is named and it ran out', { until: longAgo() }, true],
  ])('%s', async (_, place, isFree) => {
    await model.create({ _id: 'work', holder: 'another', last: 1, ...place });
    const taken = await openLease(model, { ...terms, maxStandstillMs: 60_000 }).take();
    expect('heldBy' in taken).toBe(!isFree);
    if (!('heldBy' in taken)) expect(taken.wasCutOff).toBe(true);
  });
});

it('reads one that an older version ended', async () => {
  await model.create({
    _id: 'work',
    holder: 'old',
    host: hostname(),
    pid: process.ppid,
    until: new Date(0),
    ended: true,
  });
  const taken = held(await openLease(model, terms).take());
  expect(taken.wasCutOff).toBe(false);
  expect(await model.findById('work').lean()).not.toHaveProperty('ended');
});

it('goes by the clock of the store, whatever that of this process says', async () => {
  const first = held(await openLease(model, terms).take());
  await model.updateOne({ _id: 'work' }, { $set: { host: 'elsewhere' } });
  const wrong = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
  try {
    expect('heldBy' in (await openLease(model, terms).take())).toBe(true);
  } finally {
    wrong.mockRestore();
  }
  expect(await first.renew()).toBe(true);
});

it('is waited for, and says once for whom', async () => {
  const lease = openLease(model, terms);
  const first = held(await lease.take());
  const onWait = jest.fn();
  const waiting = takeWhenFree(lease, { maxWaitMs: 60_000, pauseMs: 5, onWait });
  while (onWait.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await first.end();
  expect(held(await waiting).wasCutOff).toBe(false);
  expect(onWait.mock.calls).toEqual([[expect.objectContaining({ pid: process.pid })]]);
  expect(await takeWhenFree(lease, { maxWaitMs: 0, pauseMs: 1 })).toHaveProperty('heldBy');
});
