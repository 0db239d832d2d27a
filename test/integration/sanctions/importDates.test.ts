import { createLogger } from '../../../shared/logger/logger';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import { importLists, type ImportListsOptions } from '../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { connectSanctions, type SanctionsRecords } from '../../../subgraphs/sanctions/connectSanctions';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { callerOf } from '../../support/identities';
import { listFolder, sdnRow } from '../../support/listFolder';
import { openTestStore, type TestStore } from '../../support/openTestStore';

let store: TestStore;
let connected: { connection: { close(): Promise<void> }; records: SanctionsRecords };

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
});

beforeEach(async () => {
  await connected.records.listVersions.deleteMany({});
});

afterAll(async () => {
  await connected.connection.close();
  await store.close();
});

const now = () => new Date('2024-03-10T12:00:00Z');
const csv = { 'sdn.csv': sdnRow('1', 'A') };
const xmlOf = (day: string) => ({
  'sdn_advanced.xml': `<?xml version="1.0"?><Sanctions xmlns="x"><DateOfIssue Year="${day.slice(0, 4)}" Month="${day.slice(5, 7)}" Day="${day.slice(8)}"/><DistinctParty FixedRef="1"><Profile ID="1" PartySubTypeID="4"><Identity ID="71"><Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue>A</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty></Sanctions>`,
});

async function importFiles(files: Readonly<Record<string, string>>, options: ImportListsOptions = {}) {
  const folder = listFolder(files);
  const { records } = connected;
  const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  try {
    const [report] = await importLists(into, () => readOfac([folder.path]), { now, ...options });
    return report!;
  } finally {
    folder.remove();
  }
}

/** Asks a subgraph of that policy about the lists, on a day after the imports. */
async function ask(policy: { listMaxAgeDays?: number; listAgeAction?: 'error' | 'warning' } = {}) {
  const logger = createLogger('sanctions', 'silent');
  const subgraph = await openSanctions({
    ...store,
    logger,
    now: () => new Date('2024-03-11T00:00:00Z'),
    ...policy,
  });
  const query = `{ sanctionsLists { id version publishedOn dateAssumed ageDays stale }
    actor(id: "ofac:1") { sanctioned sources { publishedOn title } } }`;
  try {
    return JSON.parse(JSON.stringify(await subgraph.execute({ query }, callerOf('analyst'))));
  } finally {
    await subgraph.close();
  }
}

describe('a list whose files carry no date', () => {
  it('is named by the day of its import, which is said to be assumed, and is never fresh', async () => {
    expect(await importFiles(csv)).toMatchObject({
      version: '2024-03-10',
      publishedOn: null,
      dateAssumed: true,
    });
    const { data, extensions, errors } = await ask();
    expect(errors).toBeUndefined();
    expect(data.sanctionsLists).toEqual([
      {
        id: 'ofac-sdn',
        version: '2024-03-10',
        publishedOn: null,
        dateAssumed: true,
        ageDays: null,
        stale: true,
      },
    ]);
    expect(data.actor.sources).toEqual([
      { publishedOn: null, title: expect.stringContaining('without a date of publication') },
    ]);
    expect(extensions).toEqual({
      listVersions: [{ list: 'ofac-sdn', version: '2024-03-10', dateAssumed: true }],
      warnings: [expect.stringContaining('its age is not known')],
    });
  });

  it('is rejected like an old one where the deployment rejects old ones', async () => {
    await importFiles(csv);
    const { errors } = await ask({ listMaxAgeDays: 30, listAgeAction: 'error' });
    expect(errors).toMatchObject([{ extensions: { code: 'LIST_STALE' } }]);
    expect((await ask({ listAgeAction: 'error' })).errors).toBeUndefined();
  });

  it('is dated by what the operator says, also where the same was imported without it', async () => {
    await importFiles(csv);
    expect(await importFiles(csv, { version: '2024-03-10' })).toMatchObject({
      publishedOn: '2024-03-10',
      dateAssumed: false,
      changed: 0,
    });
    const { data, extensions } = await ask({ listMaxAgeDays: 1 });
    expect(data.sanctionsLists).toMatchObject([
      { publishedOn: '2024-03-10', dateAssumed: false, ageDays: 1, stale: false },
    ]);
    expect(extensions).toEqual({ listVersions: [{ list: 'ofac-sdn', version: '2024-03-10' }] });
  });
});

it('an advanced XML that lacks entries of the CSV files does not date them', async () => {
  const more = { 'sdn.csv': `${csv['sdn.csv']}${sdnRow('2', 'B')}`, ...xmlOf('2024-01-06') };
  expect(await importFiles(more)).toMatchObject({ version: '2024-03-10', dateAssumed: true, entries: 2 });
  await expect(importFiles(more, { version: '2024-03-09' })).rejects.toThrow('is dated 2024-01-06, 63 days');
  const report = await importFiles(more, { version: '2024-03-09', allowDateDifference: true });
  expect(report).toMatchObject({ version: '2024-03-09', dateAssumed: false });
  expect(report.differences).toContainEqual({ kind: 'entries', file: 'sdn.csv', count: 1, entries: ['2'] });
});

it('an entry that only the advanced XML has is listed, and the difference is in the reconciliation', async () => {
  const both = { 'sdn.csv': sdnRow('7', 'SEVEN'), ...xmlOf('2024-03-06') };
  await importFiles(both, { version: '2024-03-06' });
  const subgraph = await openSanctions({ ...store, logger: createLogger('sanctions', 'silent'), now });
  const query = `{ actor(id: "ofac:1") { sanctioned }
    reconciliation(list: "ofac-sdn") { differences { kind file count entries } warnings acceptedLosses { reason } } }`;
  const { data } = JSON.parse(JSON.stringify(await subgraph.execute({ query }, callerOf('analyst'))));
  await subgraph.close();
  expect(data).toEqual({
    actor: { sanctioned: true },
    reconciliation: {
      differences: [
        { kind: 'entries', file: 'sdn.csv', count: 1, entries: ['7'] },
        { kind: 'entries', file: 'sdn_advanced.xml', count: 1, entries: ['1'] },
      ],
      warnings: [expect.stringContaining('lacks 1 entries of sdn.csv')],
      acceptedLosses: [],
    },
  });
});

describe('a list whose advanced XML carries a date', () => {
  it.each([
    ['alone', {}],
    ['beside the CSV files', csv],
  ])('is dated by it: %s', async (_, files) => {
    expect(await importFiles({ ...files, ...xmlOf('2024-03-06') })).toMatchObject({
      version: '2024-03-06',
      publishedOn: '2024-03-06',
      dateAssumed: false,
    });
  });

  it.each([
    ['alone', {}],
    ['beside the CSV files', csv],
  ])('is rejected where it is more than a day from the version, unless asked for: %s', async (_, files) => {
    const both = { ...files, ...xmlOf('2024-03-06') };
    for (const version of ['2024-03-05', '2024-03-07'])
      expect(await importFiles(both, { version })).toMatchObject({ publishedOn: version });
    for (const version of ['2024-03-04', '2024-03-08'])
      await expect(importFiles(both, { version })).rejects.toThrow(
        /sdn_advanced\.xml \(ofac-sdn\) is dated 2024-03-06, 2 days from the version/,
      );
    expect(await importFiles(both, { version: '2024-03-08', allowDateDifference: true })).toMatchObject({
      version: '2024-03-08',
    });
  });
});

it.each([
  ['a version', csv, { version: '2203-05-24' }, 'version 2203-05-24'],
  ['tomorrow', csv, { version: '2024-03-11' }, 'version 2024-03-11'],
  ['a file', xmlOf('2024-03-11'), {}, 'sdn_advanced.xml (ofac-sdn) is dated 2024-03-11'],
  [
    'a file beside a version',
    { ...csv, ...xmlOf('2034-03-06') },
    { version: '2024-03-06', allowDateDifference: true },
    'sdn_advanced.xml (ofac-sdn) is dated 2034-03-06',
  ],
])('a date in the future is rejected: %s', async (_, files, options, message) => {
  await expect(importFiles(files, options)).rejects.toThrow(`${message}: this day is in the future`);
  expect(await listVersionStore(connected.records).all()).toEqual([]);
});

it('a version in the future that an older Cordon took is not fresh', async () => {
  await importFiles(csv, { version: '2034-03-06', now: () => new Date('2034-03-07T00:00:00Z') });
  const { data, extensions } = await ask();
  expect(data.sanctionsLists).toMatchObject([{ ageDays: null, stale: true }]);
  expect(extensions.warnings).toEqual([expect.stringContaining('dated 2034-03-06, in the future')]);
});
