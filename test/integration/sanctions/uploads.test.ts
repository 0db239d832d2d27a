import { createHash } from 'node:crypto';
import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { silenceMs, type UploadStore, uploadStore, waitingMs } from '../../../shared/upload/upload.store';
import { connectSanctions, type SanctionsRecords } from '../../../subgraphs/sanctions/connectSanctions';
import { importLists } from '../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import {
  importLeaseStore,
  LeaseUnavailableError,
} from '../../../subgraphs/sanctions/importLease/importLease.store';
import { publishUploads } from '../../../cli/databases/publishUploads';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { publishUpload } from '../../../subgraphs/sanctions/upload/importUpload';
import { callerOf } from '../../support/identities';
import { listFolder, sdnRow } from '../../support/listFolder';
import { openTestStore, type TestStore } from '../../support/openTestStore';
import { pause } from '../../support/runCordon';

let store: TestStore;
let connected: { connection: { close(): Promise<void> }; records: SanctionsRecords };
let subgraph: Subgraph;
let uploads: UploadStore;

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
  subgraph = await openSanctions({ ...store, logger: createLogger('sanctions', 'silent') });
  uploads = uploadStore(connected.records);
});

afterAll(async () => {
  await subgraph.close();
  await connected.connection.close();
  await store.close();
});

const analyst = callerOf('analyst');
const sdn = (name: string) => `${sdnRow('920001', name, { type: 'individual' })}\x1a`;

async function call(field: string, variables: Record<string, unknown>, types: string, caller = analyst) {
  const args = Object.keys(variables).map((name) => `${name}: $${name}`);
  const query = `mutation(${types}) { ${field}(${args.join(', ')}) }`;
  const { data, errors } = await subgraph.execute({ query, variables }, caller);
  return { value: data?.[field], code: errors?.[0]?.extensions?.['code'] };
}
const begin = async (terms = '{"format":"ofac","version":"2024-02-01"}') =>
  (await call('beginListUpload', { terms }, '$terms: String!')).value as string;
const addPart = (upload: string, text: string, index = 0) =>
  call(
    'addListUploadPart',
    { upload, file: 'sdn.csv', index, bytes: Buffer.from(text).toString('base64') },
    '$upload: ID!, $file: String!, $index: Int!, $bytes: String!',
  );
const end = (upload: string, content: string) => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const files = [{ name: 'sdn.csv', bytes: content.length, sha256 }];
  return call('endListUpload', { upload, files }, '$upload: ID!, $files: [ListUploadFileInput!]!');
};
async function uploaded(content: string, claimed = content) {
  const upload = await begin();
  await addPart(upload, content);
  await end(upload, claimed);
  for (;;) {
    const found = (await uploads.find(upload))!;
    // The turn is given back last, when the parts that nobody reads any more are deleted.
    if (found.state !== 'CHECKING' && !(await connected.records.uploadSlots.exists({}))) return found;
    await pause(20);
  }
}
const into = () => ({
  store: listVersionStore(connected.records),
  leases: importLeaseStore(connected.records.importLeases),
});
const partsLeft = () => connected.records.uploadParts.countDocuments();

it('gives the turn of an upload that nothing is heard of to the next, and keeps no part of it', async () => {
  const silent = await begin();
  await addPart(silent, 'x');
  expect((await call('beginListUpload', { terms: '{"format":"un"}' }, '$terms: String!')).code).toBe(
    'UPLOAD_UNDER_WAY',
  );
  const longAgo = new Date(Date.now() - silenceMs - 1_000);
  await connected.records.uploads.updateOne({ _id: silent }, { $set: { touchedAt: longAgo } });
  expect((await uploads.find(silent))?.state).toBe('CUT_OFF');
  const next = await begin();
  expect(await partsLeft()).toBe(0);
  expect((await addPart(silent, 'y', 1)).code).toBe('UPLOAD_ENDED');
  expect((await end(silent, 'xy')).code).toBe('UPLOAD_ENDED');
  await call('abortListUpload', { upload: next }, '$upload: ID!');
});

it('sweeps what was cut off without a next upload, keeps how far it came, and the parts that came too late', async () => {
  const silent = await begin();
  await addPart(silent, 'x');
  const progress = { text: 'reading', done: 3, of: 7 };
  const longAgo = new Date(Date.now() - silenceMs - 1_000);
  await connected.records.uploads.updateOne({ _id: silent }, { $set: { touchedAt: longAgo, progress } });
  const late = { upload: 'none', file: 'sdn.csv', bytes: Buffer.from('x') };
  await connected.records.uploadParts.create([
    { ...late, _id: 'none sdn.csv 000000', index: 0 },
    { ...late, _id: 'none sdn.csv 000001', index: 1 },
  ]);
  await uploads.sweep();
  expect(await connected.records.uploads.findById(silent).lean()).toMatchObject({
    state: 'CUT_OFF',
    progress,
  });
  expect(await connected.records.uploadSlots.exists({})).toBeNull();
  expect(await partsLeft()).toBe(0);
});

it('lets what waited for 72 hours expire: nobody approves it any more, and its parts are deleted', async () => {
  const { _id, state } = await uploaded(sdn('SWEEPLEY, Ida'));
  expect(state).toBe('WAITING');
  await uploads.sweep();
  expect(await partsLeft()).toBe(1);
  const longAgo = new Date(Date.now() - waitingMs - 1_000);
  await connected.records.uploads.updateOne({ _id }, { $set: { touchedAt: longAgo } });
  const decision = { by: 'bo', issuer: 'i', at: new Date(), approved: true, reason: null };
  expect(await uploads.decide(_id, decision)).toBe(false);
  expect((await uploads.find(_id))?.state).toBe('EXPIRED');
  // Before it is swept, it is in the way of no other upload of the same files.
  expect(await uploads.inState('WAITING')).toEqual([]);
  await uploads.sweep();
  expect(await connected.records.uploads.findById(_id).lean()).toMatchObject({ state: 'EXPIRED' });
  expect(await partsLeft()).toBe(0);
});

it('reads nothing that is not, byte for byte, what the gateway received', async () => {
  const content = sdn('BRACKENRIDGE, Tamsin');
  for (const claimed of [`${content}more`, content.replace('Tamsin', 'Thomas')])
    expect(await uploaded(content, claimed)).toMatchObject({
      state: 'FAILED',
      problem: expect.stringContaining('did not arrive whole') as string,
    });
  // They are deleted once the state is written.
  while ((await partsLeft()) > 0) await pause(20);
});

it('takes parts of an upload from who began it only, each once', async () => {
  const upload = await begin();
  const other = { ...analyst, issuer: 'https://other.example' };
  const abort = await call('abortListUpload', { upload }, '$upload: ID!', other);
  expect(abort.code).toBe('UNKNOWN_ENTITY');
  expect((await addPart(upload, 'x')).value).toBe(true);
  expect((await addPart(upload, 'x')).code).toBe('UPLOAD_ENDED');
  await call('abortListUpload', { upload }, '$upload: ID!');
  expect(await partsLeft()).toBe(0);
});

it('publishes exactly the report that was approved, or nothing', async () => {
  const upload = await uploaded(sdn('BRACKENRIDGE, Tamsin'));
  expect(upload.state).toBe('WAITING');
  // Another version of the list comes in between: what would be added is not what was approved.
  const folder = listFolder({ 'sdn.csv': sdn('BRACKENRIDGE, Thomasina') });
  await importLists(into(), () => readOfac([folder.path]), { version: '2024-01-31' });
  folder.remove();
  const decision = { by: 'bo', issuer: 'i', at: new Date(), approved: true, reason: null };
  expect(await uploads.decide(upload._id, decision)).toBe(true);
  const approved = (await uploads.find(upload._id))!;
  const publish = () =>
    publishUpload(approved, { into: into(), uploads, beforePublish: () => Promise.resolve() });
  await publish();
  expect(await uploads.find(upload._id)).toMatchObject({
    state: 'FAILED',
    problem: expect.stringContaining('changed since the report was approved') as string,
  });
  expect((await into().store.all()).map(({ version }) => version)).toEqual(['2024-01-31']);
});

it('publishes what was approved once, also where its end was not written', async () => {
  const upload = await uploaded(sdn('BRACKENRIDGE, Tamsin'));
  const decision = { by: 'bo', issuer: 'i', at: new Date(), approved: true, reason: null };
  const touchedAt = new Date(Date.now() - 3_600_000);
  await connected.records.uploads.updateOne({ _id: upload._id }, { $set: { touchedAt } });
  await uploads.decide(upload._id, decision);
  const approved = (await uploads.find(upload._id))!;
  expect(approved.touchedAt.getTime()).toBeGreaterThan(touchedAt.getTime());
  let told = 0;
  const beforePublish = async () => {
    told++;
  };
  const cutOff = Object.assign(Object.create(uploads) as UploadStore, {
    partsOf: uploads.partsOf.bind(uploads),
    settle: () => Promise.reject(new Error('cut off here')),
  });
  const cut = publishUpload(approved, { into: into(), uploads: cutOff, beforePublish });
  await expect(cut).rejects.toThrow('cut off here');
  await publishUpload(approved, { into: into(), uploads, beforePublish });
  expect(await uploads.find(upload._id)).toMatchObject({ state: 'DONE', problem: null });
  expect(told).toBe(1);
  expect(await partsLeft()).toBe(0);
});

it('stays approved while another import is under way, and keeps no other upload from being tried', async () => {
  const upload = await uploaded(sdn('CALLOWAY, Una'));
  await uploads.decide(upload._id, { by: 'bo', issuer: 'i', at: new Date(), approved: true, reason: null });
  const approved = (await uploads.find(upload._id))!;
  const under = () => Promise.reject(new LeaseUnavailableError('another import is under way'));
  const held = { ...into(), leases: { under, underIfFree: under } };
  const publish = publishUpload(approved, { into: held, uploads, beforePublish: () => Promise.resolve() });
  await expect(publish).rejects.toThrow('another import');
  expect((await uploads.find(upload._id))?.state).toBe('APPROVED');
  // The store of attribution fails: the upload waits for the next time, and nothing is thrown.
  const attribution = undefined as never;
  const publishAll = () =>
    publishUploads({ sanctions: connected.records, attribution }, createLogger('cli', 'silent'));
  expect(await publishAll()).toEqual([upload._id]);
  expect((await uploads.find(upload._id))?.state).toBe('APPROVED');
  // The list changes meanwhile: the upload fails, which is no publication either.
  const folder = listFolder({ 'sdn.csv': sdn('CALLOWAY, Unity') });
  await importLists(into(), () => readOfac([folder.path]), { version: '2024-02-15' });
  folder.remove();
  expect(await publishAll()).toEqual([upload._id]);
  expect((await uploads.find(upload._id))?.state).toBe('FAILED');
  expect(await publishAll()).toEqual([]);
});
