import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { createLogger } from '../../../shared/logger/logger';
import { silenceMs, type UploadStore, uploadStore } from '../../../shared/upload/upload.store';
import {
  type AttributionRecords,
  connectAttribution,
} from '../../../subgraphs/attribution/connectAttribution';
import { openTransferUploads } from '../../../subgraphs/attribution/upload/openTransferUploads';
import { transferUploadView } from '../../../subgraphs/attribution/upload/transferUpload.type';
import { address } from '../../support/attributionCase';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

let store: TestStore;
let connected: { connection: { close(): Promise<void> }; records: AttributionRecords };
let uploads: UploadStore;

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectAttribution(store);
  uploads = uploadStore(connected.records);
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await connected.connection.close();
  await store.close();
});

const transfers = (count: number) =>
  [
    'chain,tx,index,time,from,to,asset,amount',
    ...Array.from(
      { length: count },
      (_, i) =>
        `eip155:1,0x${String(i).padStart(64, '0')},0,2023-01-01T00:00:00Z,${address(1)},${address(2)},ETH,${i + 1}`,
    ),
    '',
  ].join('\n');

async function received(content: string) {
  const { _id } = (await uploads.begin(callerOf('analyst'), '{}'))!;
  const bytes = Buffer.from(content);
  await uploads.addPart(_id, { file: 'a.csv', index: 0, bytes });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return (await uploads.endReceiving(_id, [{ name: 'a.csv', bytes: bytes.length, sha256 }]))!;
}
const shown = async (id: string) => transferUploadView((await uploads.find(id))!);

async function imported(content: string) {
  const upload = await received(content);
  const opened = openTransferUploads(uploads, connected.records, createLogger('attribution', 'silent'));
  opened.uploads.startCheck(upload);
  await opened.close();
  return shown(upload._id);
}

it('says where an import failed that rows are stored, and takes the same file again', async () => {
  const collection = connected.records.transfers.collection;
  const insertMany = collection.insertMany.bind(collection);
  let calls = 0;
  jest
    .spyOn(collection, 'insertMany')
    .mockImplementation((...of: Parameters<typeof insertMany>) =>
      ++calls === 1 ? insertMany(...of) : Promise.reject(new Error('the disk is full')),
    );
  expect(await imported(transfers(4_100))).toMatchObject({
    state: 'FAILED',
    report: null,
    problem: expect.stringMatching(
      /^Something unexpected .*\nThe first 4000 rows were imported, .* may be stored.* same file again/,
    ) as string,
  });
  jest.restoreAllMocks();
  expect(await imported(transfers(4_100))).toMatchObject({
    state: 'DONE',
    problem: null,
    report: { read: 4_100, stored: 100, duplicates: 4_000 },
  });
});

it('says nothing of stored rows where none was read', async () => {
  expect((await imported('hello,world\n')).problem).not.toMatch(/stored/);
});

it('says where an import was cut off that rows may be stored', async () => {
  const { _id } = await received(transfers(1));
  expect(await shown(_id)).toMatchObject({ state: 'CHECKING', problem: null });
  await connected.records.uploads.updateOne(
    { _id },
    { $set: { touchedAt: new Date(Date.now() - silenceMs - 1_000) } },
  );
  const rowsMayBeStored = {
    state: 'CUT_OFF',
    problem: expect.stringMatching(/may be stored.* same file again/i) as string,
  };
  expect(await shown(_id)).toMatchObject(rowsMayBeStored);
  // The next upload takes its turn.
  const next = (await uploads.begin(callerOf('analyst'), '{}'))!;
  expect(await shown(_id)).toMatchObject(rowsMayBeStored);
  await uploads.settle(next._id, 'RECEIVING', { state: 'CUT_OFF' });
  expect(await shown(next._id)).toMatchObject({ state: 'CUT_OFF', problem: null });
});
