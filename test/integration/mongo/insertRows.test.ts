import { type Connection, type Model, mongo, Schema } from 'mongoose';
import { maxBatchSize } from '../../../shared/batch/chunks';
import { connectMongo, createRecords } from '../../../shared/mongo/connect';
import { rejectedPlaces } from '../../../shared/mongo/duplicateKeys';
import { insertMissing, insertNew, insertUnlessTaken } from '../../../shared/mongo/insertRows';
import { openTestStore, type TestStore } from '../../support/openTestStore';

interface Row {
  readonly _id: string;
  readonly seq: number;
  readonly text: string;
}

let store: TestStore;
let connection: Connection;
let rows: Model<Row>;

beforeAll(async () => {
  store = await openTestStore();
  connection = await connectMongo({ url: store.mongoUrl, database: `${store.databasePrefix}_rows` });
  const schema = new Schema<Row>({ _id: String, seq: Number, text: String }, { versionKey: false });
  schema.index({ seq: 1 }, { unique: true });
  rows = connection.model<Row>('Row', schema);
  await createRecords(connection);
});

afterAll(async () => {
  await connection.close();
  await store.close();
});

beforeEach(async () => {
  await rows.deleteMany({});
});

const row = (n: number, text = 'new'): Row => ({ _id: `id ${n}`, seq: n, text });
const stored = async () => {
  const found = await rows.find().sort({ seq: 1 }).lean<Row[]>();
  return found.map(({ _id, seq, text }) => [_id, seq, text]);
};

describe('a bulk in which some rows are there already', () => {
  it.each([
    ['insertUnlessTaken', insertUnlessTaken],
    ['insertNew', insertNew],
  ] as const)('%s stores the others, leaves those as they are, and names them', async (_, insert) => {
    await rows.create([row(2, 'old'), row(4, 'old')]);
    expect(
      await insert(
        rows,
        [1, 2, 3, 4, 5].map((n) => row(n)),
      ),
    ).toEqual(new Set(['id 2', 'id 4']));
    expect(await stored()).toEqual([
      ['id 1', 1, 'new'],
      ['id 2', 2, 'old'],
      ['id 3', 3, 'new'],
      ['id 4', 4, 'old'],
      ['id 5', 5, 'new'],
    ]);
  });

  it('names all of them where all are there, and none of none', async () => {
    await insertNew(rows, [row(1), row(2)]);
    expect(await insertNew(rows, [row(1), row(2)])).toEqual(new Set(['id 1', 'id 2']));
    expect(await insertNew(rows, [])).toEqual(new Set());
  });

  it('stores an id that comes twice once, and names it', async () => {
    expect(await insertNew(rows, [row(1, 'first'), row(1, 'second'), row(2)])).toEqual(new Set(['id 1']));
    expect(await stored()).toEqual([
      ['id 1', 1, 'first'],
      ['id 2', 2, 'new'],
    ]);
  });
});

describe('a row that another unique index rejects', () => {
  const sameSeq = { _id: 'other', seq: 1, text: 'new' };

  it('is named by insertUnlessTaken, and the others are stored', async () => {
    await rows.create(row(1, 'old'));
    expect(await insertUnlessTaken(rows, [sameSeq, row(2)])).toEqual(new Set(['other']));
    expect(await stored()).toEqual([
      ['id 1', 1, 'old'],
      ['id 2', 2, 'new'],
    ]);
  });

  it('is an error of insertNew and insertMissing: under its id nothing is stored', async () => {
    await rows.create(row(1, 'old'));
    await expect(insertNew(rows, [sameSeq, row(1)])).rejects.toMatchObject({ code: 11_000 });
    await expect(insertMissing(rows, [sameSeq, row(1)])).rejects.toMatchObject({ code: 11_000 });
  });
});

describe('insertMissing', () => {
  it.each([0, 1, maxBatchSize - 1, maxBatchSize, maxBatchSize + 1])(
    'stores the new ones of %d rows, and names those that it stored',
    async (count) => {
      const given = Array.from({ length: count }, (_, n) => row(n));
      await insertNew(
        rows,
        given.filter(({ seq }) => seq % 3 === 0).map(({ seq }) => row(seq, 'old')),
      );
      const missing = given.filter(({ seq }) => seq % 3 !== 0);
      expect([...(await insertMissing(rows, given))]).toEqual(missing.map(({ _id }) => _id));
      expect(await insertMissing(rows, given)).toEqual(new Set());
      expect(await rows.countDocuments()).toBe(count);
      expect(await rows.countDocuments({ text: 'old' })).toBe(count - missing.length);
    },
  );

  it('names each row once over all who store the same at once', async () => {
    const given = Array.from({ length: 300 }, (_, n) => row(n));
    const named = await Promise.all([1, 2, 3, 4].map(() => insertMissing(rows, given)));
    expect(named.flatMap((ids) => [...ids]).sort()).toEqual(given.map(({ _id }) => _id).sort());
  });
});

describe('what is no duplicate key', () => {
  it('is thrown where a row of the bulk has it, also beside duplicates', async () => {
    await rows.create(row(1, 'old'));
    const tooLarge = { ...row(2), text: 'x'.repeat(17_000_000) };
    await expect(insertUnlessTaken(rows, [row(1), tooLarge])).rejects.toThrow(/larger|exceed|too large/i);
  });

  it('is thrown as it is', () => {
    for (const error of [new Error('a lost connection'), undefined, { writeErrors: [{ code: 11_000 }] }])
      expect(() => rejectedPlaces(error)).toThrow();
  });

  it('is thrown where the write concern was not met: what was stored may not last', () => {
    const error = Object.create(mongo.MongoBulkWriteError.prototype) as mongo.MongoBulkWriteError;
    const writeErrors = [{ code: 11_000, index: 3 }] as unknown as mongo.WriteError[];
    const failing = (concern: unknown) =>
      Object.assign(error, { writeErrors, result: { getWriteConcernError: () => concern } });
    expect(rejectedPlaces(failing(undefined))).toEqual([3]);
    expect(() => rejectedPlaces(failing({ code: 64 }))).toThrow();
  });
});
