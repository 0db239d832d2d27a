import { type Connection, type Model, Schema } from 'mongoose';
import { caseRecords, loadCase, loadedCaseNames } from '../../../shared/case/loadCase';
import { loadedCaseModel } from '../../../shared/case/loadedCase.record';
import { connectMongo, createRecords } from '../../../shared/mongo/connect';
import { replaceById } from '../../../shared/mongo/replaceById';
import { openTestStore, type TestStore } from '../../support/openTestStore';

type Row = { readonly _id: string; readonly name: string };

let store: TestStore;
let connection: Connection;
let rows: Model<Row>;

beforeAll(async () => {
  store = await openTestStore();
  connection = await connectMongo({ url: store.mongoUrl, database: `${store.databasePrefix}_case` });
  const schema = new Schema<Row>(
    { _id: String, name: { type: String, required: true } },
    { versionKey: false },
  );
  rows = connection.model<Row>('Row', schema);
  await createRecords(connection);
});

afterAll(async () => {
  await connection.close();
  await store.close();
});

it('a case with a row that does not fit its schema is not loaded: it would be loaded without the row', async () => {
  const loadedCases = loadedCaseModel(connection);
  const load = (second: object) =>
    loadCase({ name: 'trial', digest: 'd' } as never, loadedCases, {
      collect: () => [
        caseRecords('rows', [{ _id: 'a', name: 'A' }, { _id: 'b', ...second } as Row], (batch) =>
          replaceById(rows, batch),
        ),
      ],
      task: 'store',
    });
  await expect(load({})).rejects.toThrow(/name/);
  expect(await loadedCaseNames(loadedCases)).toEqual([]);
  expect(await loadedCases.distinct('_id', { loading: true })).toEqual(['trial']);
  await load({ name: 'B' });
  expect(await loadedCaseNames(loadedCases)).toEqual(['trial']);
  expect(await rows.countDocuments()).toBe(2);
});
