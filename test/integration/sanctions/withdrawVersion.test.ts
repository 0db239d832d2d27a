import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { syncListings } from '../../../cli/databases/syncListings';
import { withDatabases } from '../../../cli/databases/withDatabases';
import { connectAttribution } from '../../../subgraphs/attribution/connectAttribution';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import { importLists } from '../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import { withdrawVersion } from '../../../subgraphs/sanctions/import/withdrawVersion';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { connectSanctions } from '../../../subgraphs/sanctions/connectSanctions';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { eventually } from '../../support/eventually';
import { callerOf } from '../../support/identities';
import { listFolder, sdnRow } from '../../support/listFolder';
import { openTestStore, type TestStore } from '../../support/openTestStore';

let store: TestStore;
let connected: Awaited<ReturnType<typeof connectSanctions>>;
let sanctions: Subgraph;

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
  sanctions = await openSanctions({ ...store, logger: createLogger('sanctions', 'silent') });
});

afterAll(async () => {
  await sanctions.close();
  await connected.connection.close();
  await store.close();
});

const into = () => ({
  store: listVersionStore(connected.records),
  leases: importLeaseStore(connected.records.importLeases),
});

async function importSdn(version: string, sdn: string) {
  const folder = listFolder({ 'sdn.csv': sdn });
  const now = () => new Date('2204-01-01T00:00:00Z');
  const acceptLoss = { kinds: ['entries', 'wallets', 'programs'] as const, reason: 'a small list' };
  try {
    const [report] = await importLists(into(), () => readOfac([folder.path]), { version, now, acceptLoss });
    return report!;
  } finally {
    folder.remove();
  }
}

const withdraw = (list: string, version: string, reason = 'a mistyped day') =>
  withdrawVersion(into(), { list, version, reason });

const query =
  '{ sanctionsLists { version versions history { version publishedOn entries wallets quarantined } } first: actor(id: "ofac:1") { sanctioned } second: actor(id: "ofac:2") { sanctioned } }';

/** Asks until the running subgraph answers from a version. */
async function answerFrom(version: string | null) {
  return eventually(async () => {
    const answer = JSON.parse(JSON.stringify(await sanctions.execute({ query }, callerOf('analyst'))));
    return (answer.data.sanctionsLists[0]?.version ?? null) === version && answer.data;
  });
}

const wallet = '0x098b716b8aaf21512996dc57eb0615e2383e2f96';
const first = sdnRow('1', 'A', { remarks: `Digital Currency Address - ETH ${wallet}.` });
const second = sdnRow('2', 'B');

it('a version of a mistyped day is in force until it is withdrawn, and then never again', async () => {
  await importSdn('2024-05-23', first);
  await importSdn('2203-05-24', second);
  await importSdn('2024-06-01', `${first}${second}`);
  expect(await answerFrom('2203-05-24')).toMatchObject({
    sanctionsLists: [{ version: '2203-05-24' }],
    // The version says that it was taken off between two days: of today, nobody knows.
    first: null,
  });

  expect(await withdraw('ofac-sdn', '2203-05-24')).toMatchObject({ inForce: '2024-06-01' });
  expect(await answerFrom('2024-06-01')).toEqual({
    sanctionsLists: [
      {
        version: '2024-06-01',
        versions: ['2024-05-23', '2024-06-01'],
        history: [
          { version: '2024-05-23', publishedOn: '2024-05-23', entries: 1, wallets: 1, quarantined: 0 },
          { version: '2024-06-01', publishedOn: '2024-06-01', entries: 2, wallets: 1, quarantined: 0 },
        ],
      },
    ],
    first: { sanctioned: true },
    second: { sanctioned: true },
  });
});

it('is kept with why, also where the leftovers of imports are removed', async () => {
  const versions = listVersionStore(connected.records);
  await versions.removeUnseen();
  const [kept] = await versions.withdrawn();
  expect(kept).toMatchObject({
    list: 'ofac-sdn',
    version: '2203-05-24',
    reason: 'a mistyped day',
    entries: 1,
  });
  const chunks = await versions.chunks(kept!.chunks.map(({ id }) => id));
  const digests = [...chunks.values()].flatMap((chunk) => [...chunk.values()]);
  expect([...(await versions.contents(digests)).values()]).toEqual([expect.stringContaining('"name":"B"')]);
});

it('does not come back by the same import; other content of that day does', async () => {
  await importSdn('2024-06-02', second);
  await withdraw('ofac-sdn', '2024-06-02', 'the files of another list');
  await expect(importSdn('2024-06-02', second)).rejects.toThrow(
    /version 2024-06-02 with this content was withdrawn at .*the files of another list/,
  );
  expect(await importSdn('2024-06-02', `${first}${second}`)).toMatchObject({ version: '2024-06-02' });
  expect((await listVersionStore(connected.records).withdrawn()).map(({ version }) => version)).toEqual([
    '2203-05-24',
    '2024-06-02',
  ]);
});

it.each([
  ['ofac-sdn', '2203-05-24', /was withdrawn at .*: a mistyped day/],
  ['ofac-sdn', '1999-01-01', /there is: 2024-05-23, 2024-06-01, 2024-06-02/],
  ['nope', '2024-06-01', /there is: none/],
])('a missing version is rejected: %s %s', async (list, version, message) => {
  await expect(withdraw(list, version)).rejects.toThrow(message);
});

it('what it said of wallets is said no more in attribution', async () => {
  const { records, connection } = await connectAttribution(store);
  const sync = () => withDatabases(store, syncListings);
  const stances = async () => {
    const found = await records.attributions.find().sort({ recordedAt: 1, _id: 1 }).lean();
    return found.map(({ stance }) => stance);
  };
  await sync();
  expect(await stances()).toEqual(['ASSERTS']);
  await importSdn('2024-06-03', second);
  await sync();
  expect(await stances()).toEqual(['ASSERTS', 'RETRACTS']);
  await withdraw('ofac-sdn', '2024-06-03');
  await sync();
  expect(await stances()).toEqual(['ASSERTS', 'RETRACTS', 'ASSERTS']);
  await connection.close();
});

it('the last version may be withdrawn: then none is in force', async () => {
  for (const version of ['2024-05-23', '2024-06-01']) await withdraw('ofac-sdn', version);
  expect(await withdraw('ofac-sdn', '2024-06-02')).toMatchObject({ inForce: null });
  expect(await answerFrom(null)).toMatchObject({ sanctionsLists: [], first: null });
});
