import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import { importLists, type ImportListsOptions } from '../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import type { FactKind } from '../../../subgraphs/sanctions/list/countFacts.rules';
import { countList } from '../../../subgraphs/sanctions/list/countList';
import type { ListEntry } from '../../../subgraphs/sanctions/list/listEntry';
import type { ListReading } from '../../../subgraphs/sanctions/list/listReading';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { connectSanctions, type SanctionsRecords } from '../../../subgraphs/sanctions/connectSanctions';
import { listEntry } from '../../support/listEntries';
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

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => String(from + i));

const remarksOf = (n: string) =>
  `DOB 1970; nationality Iran; Passport A${n} (Iran); Linked To: PARTY 100; Digital Currency Address - ETH 0x${n.padStart(40, '0')}.`;
const sdnRows = (ns: readonly string[], remarks = remarksOf) =>
  ns.map((n) => sdnRow(n, `PARTY ${n}`, { remarks: remarks(n) }));
const altRows = (ns: readonly string[]) => ns.map((n) => `${n},1,"aka","ALIAS ${n}",-0- \r\n`);
const addRows = (ns: readonly string[]) => ns.map((n) => `${n},1,"Street","City","Iran",-0- \r\n`);

/** Each entry has one fact of every kind. */
const forty = numbers(100, 140);
const whole = {
  'sdn.csv': sdnRows(forty),
  'alt.csv': altRows(forty),
  'add.csv': addRows(forty),
  'sdn_comments.csv': ['999,"of nobody"\r\n'],
};
type Files = Partial<Record<keyof typeof whole, readonly string[]>>;

async function importFiles(
  files: Files,
  version: string,
  { end = '\x1a', ...options }: ImportListsOptions & { end?: string } = {},
) {
  const folder = listFolder(
    Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, `${rows.join('')}${end}`])),
  );
  try {
    const [report] = await importReadings(() => readOfac([folder.path]), { version, ...options });
    return report!;
  } finally {
    folder.remove();
  }
}

function importReadings(
  read: () => readonly ListReading[] | Promise<readonly ListReading[]>,
  options: ImportListsOptions,
) {
  const { records } = connected;
  const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  return importLists(into, read, options);
}

const inForce = async () => (await listVersionStore(connected.records).all()).at(-1);

describe('an import that lost facts against the version before it', () => {
  it.each<[FactKind, Files]>([
    ['aliases', { ...whole, 'alt.csv': altRows(numbers(100, 137)) }],
    ['addresses', { ...whole, 'add.csv': addRows(numbers(100, 137)) }],
    ['wallets', withoutRemark(/; Digital Currency[^.]*/)],
    ['identifiers', withoutRemark(/Passport [^;]*; /)],
    ['births', withoutRemark(/DOB 1970; /)],
    ['nationalities', withoutRemark(/nationality Iran; /)],
    ['relationships', withoutRemark(/Linked To: [^;]*; /)],
  ])('is rejected by the kind that it lost, and accepted only by that kind: %s', async (kind, files) => {
    const message = `sdn.csv (ofac-sdn): 37 ${kind} are 7.5% fewer than the 40 of version 2024-01-01`;
    await importFiles(whole, '2024-01-01');
    const again = (acceptLoss?: ImportListsOptions['acceptLoss']) =>
      importFiles(files, '2024-01-02', acceptLoss ? { acceptLoss } : {});
    await expect(again()).rejects.toThrow(message);
    await expect(again()).rejects.toThrow(`--accept-loss ${kind} --reason`);
    await expect(again({ kinds: ['entries'], reason: 'another kind' })).rejects.toThrow(message);
    expect(await inForce()).toMatchObject({ version: '2024-01-01' });
    const report = await again({ kinds: [kind], reason: 'a delisting of that day' });
    expect(report.acceptedLosses).toEqual([
      {
        kinds: [kind],
        losses: [expect.stringContaining(`37 ${kind} are 7.5% fewer`)],
        reason: 'a delisting of that day',
      },
    ]);
    expect(await inForce()).toMatchObject({
      version: '2024-01-02',
      acceptedLosses: [{ kinds: [kind], reason: 'a delisting of that day' }],
    });
  });
});

it('rows that are in a file twice do not make up for those that are missing', async () => {
  await importFiles(whole, '2024-01-01');
  const half = altRows(numbers(100, 120));
  await expect(importFiles({ ...whole, 'alt.csv': [...half, ...half] }, '2024-01-02')).rejects.toThrow(
    '20 aliases are 50.0% fewer than the 40',
  );
});

it('entries of another list do not make up for those that are missing', async () => {
  await importFiles(whole, '2024-01-01');
  const others = {
    'sdn.csv': [...sdnRows(numbers(120, 140)), ...sdnRows(numbers(900, 960))],
    'alt.csv': [...altRows(numbers(120, 140)), ...altRows(numbers(900, 960))],
    'add.csv': [...addRows(numbers(120, 140)), ...addRows(numbers(900, 960))],
    'sdn_comments.csv': whole['sdn_comments.csv'],
  };
  await expect(importFiles(others, '2024-01-02')).rejects.toThrow(
    '20 of the 40 entries of version 2024-01-01 are absent (50.0%), and others came in their place',
  );
  const acceptLoss = { kinds: ['entries' as const], reason: 'another list' };
  expect(await importFiles(others, '2024-01-02', { acceptLoss })).toMatchObject({ removed: 20 });
});

it('a version that is not in force, as another has a later day, names that one', async () => {
  expect(await importFiles(whole, '2024-01-09')).toMatchObject({ inForce: '2024-01-09' });
  expect(await importFiles(whole, '2024-01-02')).toMatchObject({ inForce: '2024-01-09' });
  expect(await importFiles(whole, '2024-01-10')).toMatchObject({ inForce: '2024-01-10' });
});

/** The whole list, of which three entries lack a segment of their remarks. */
function withoutRemark(segment: RegExp): Files {
  return {
    ...whole,
    'sdn.csv': [
      ...sdnRows(numbers(100, 137)),
      ...sdnRows(numbers(137, 140), (n) => remarksOf(n).replace(segment, '')),
    ],
  };
}

it('a loss within the limit of each kind is a delisting, and is let through', async () => {
  await importFiles(whole, '2024-01-01');
  const fewer = numbers(100, 138);
  const report = await importFiles(
    { ...whole, 'sdn.csv': sdnRows(fewer), 'alt.csv': altRows(fewer), 'add.csv': addRows(fewer) },
    '2024-01-02',
  );
  expect(report).toMatchObject({ removed: 2, acceptedLosses: [] });
});

it('only sdn.csv after all files is rejected, with every missing file and kind', async () => {
  await importFiles(whole, '2024-01-01');
  const alone = importFiles({ 'sdn.csv': whole['sdn.csv'] }, '2024-01-02');
  await expect(alone).rejects.toThrow(/0 aliases are 100\.0% fewer/);
  await expect(importFiles({ 'sdn.csv': whole['sdn.csv'] }, '2024-01-02')).rejects.toThrow(
    /alt\.csv is absent.*\n.*add\.csv is absent.*\n.*sdn_comments\.csv is absent.*\n.*--accept-loss aliases,addresses,files /,
  );
  // Once they were accepted as missing, the next version is compared with that one.
  const acceptLoss = { kinds: ['aliases', 'addresses', 'files'] as const, reason: 'a trial' };
  await importFiles({ 'sdn.csv': whole['sdn.csv'] }, '2024-01-02', { acceptLoss });
  expect(await importFiles({ 'sdn.csv': whole['sdn.csv'] }, '2024-01-03')).toMatchObject({ removed: 0 });
});

it('a file that lost its end mark is rejected by name; one that never had it is not', async () => {
  await importFiles(whole, '2024-01-01', { end: '' });
  await importFiles(whole, '2024-01-02');
  await expect(importFiles(whole, '2024-01-03', { end: '' })).rejects.toThrow(
    /sdn\.csv does not end with the end mark.*\n.*alt\.csv.*\n.*add\.csv.*\n.*sdn_comments\.csv.*\n.*--accept-loss end-mark /,
  );
  await importFiles(whole, '2024-01-04');
});

describe('rows about entries that are absent', () => {
  const more = (orphans: number) => [...whole['alt.csv'], ...altRows(numbers(700, 700 + orphans))];

  it('are rejected where they jump, from 20 beyond the version before on', async () => {
    await importFiles(whole, '2024-01-01');
    // One is there already.
    await importFiles({ ...whole, 'alt.csv': more(19) }, '2024-01-02');
    await importFiles({ ...whole, 'alt.csv': more(38) }, '2024-01-03');
    await expect(importFiles({ ...whole, 'alt.csv': more(58) }, '2024-01-04')).rejects.toThrow(
      /59 of 179 rows are about an entry that is absent \(version 2024-01-03: 39\).*\n.*--accept-loss orphans /,
    );
  });

  it('are not rejected up to one percent of all rows', async () => {
    const many = numbers(1_000, 2_900);
    const list = { 'sdn.csv': sdnRows(many, () => '-0- '), 'alt.csv': altRows([]) };
    const alt = (orphans: number) => altRows([...many.slice(0, 100), ...numbers(5_000, 5_000 + orphans)]);
    await importFiles({ ...list, 'alt.csv': alt(0) }, '2024-01-01');
    await importFiles({ ...list, 'alt.csv': alt(20) }, '2024-01-02');
    await expect(importFiles({ ...list, 'alt.csv': alt(41) }, '2024-01-03')).rejects.toThrow(
      '41 of 2041 rows',
    );
  });
});

describe('what there is nothing to compare with', () => {
  it('is a first import, and a version older than all others', async () => {
    await importFiles(whole, '2024-01-02');
    expect(await importFiles({ 'sdn.csv': sdnRows(numbers(1, 3)) }, '2024-01-01', { end: '' })).toMatchObject(
      {
        entries: 2,
        acceptedLosses: [],
      },
    );
  });

  it('is compared by publication, whatever the order of import, and a version that is there with itself', async () => {
    await importFiles(whole, '2024-03-01');
    await importFiles({ 'sdn.csv': sdnRows(numbers(1, 3)) }, '2024-01-01');
    await importFiles(whole, '2024-02-01');
    const few = { ...whole, 'alt.csv': altRows(numbers(100, 110)) };
    await expect(importFiles(few, '2024-02-15')).rejects.toThrow('the 40 of version 2024-02-01');
    await expect(importFiles(few, '2024-02-01')).rejects.toThrow('the 40 of version 2024-02-01');
  });
});

it('an edition that an older Cordon stored is compared by what it holds', async () => {
  await importFiles(whole, '2024-01-01');
  await connected.records.listVersions.updateMany(
    {},
    { $unset: { facts: 1, orphans: 1, sourceFiles: 1, endMarks: 1, warnings: 1, acceptedLosses: 1 } },
  );
  await expect(importFiles({ 'sdn.csv': whole['sdn.csv'] }, '2024-01-02')).rejects.toThrow(
    /0 aliases are 100\.0% fewer than the 40[^]*alt\.csv is absent/,
  );
  expect(await importFiles(whole, '2024-01-02')).toMatchObject({ removed: 0 });
});

it('what was accepted stays with the version when the same is imported again', async () => {
  await importFiles(whole, '2024-01-01');
  const few = { ...whole, 'alt.csv': altRows(numbers(100, 110)) };
  await importFiles(few, '2024-01-02', { acceptLoss: { kinds: ['aliases'], reason: 'they were renamed' } });
  expect(await importFiles(few, '2024-01-02')).toMatchObject({
    acceptedLosses: [{ kinds: ['aliases'], reason: 'they were renamed' }],
  });
});

describe('lists of every format', () => {
  const reading = (list: string, entries: readonly ListEntry[]): ListReading => ({
    list,
    file: `${list}.xml`,
    publishedOn: null,
    entries,
    counts: countList(entries, { aliases: 0, addresses: 0 }),
    rows: [],
    quarantined: [],
    absent: [],
  });
  const entriesOf = (list: string, aliased: number) =>
    forty.map((n, i) =>
      listEntry(n, `PARTY ${n}`, { list, ...(i < aliased ? { aka: [`ALIAS ${n}`] } : {}) }),
    );

  it.each(['un-sc', 'opensanctions:trial'])('%s goes through the same guard', async (list) => {
    await importReadings(() => [reading(list, entriesOf(list, 40))], { version: '2024-01-01' });
    const lossy = () => [reading(list, entriesOf(list, 30))];
    await expect(importReadings(lossy, { version: '2024-01-02' })).rejects.toThrow(
      `${list}.xml (${list}): 30 aliases are 25.0% fewer`,
    );
  });

  it('one that lost facts keeps those that come with it out, and all losses are named', async () => {
    const lists = ['un-sc', 'opensanctions:trial', 'whole'];
    const read = (aliased: number) => () =>
      lists.map((list) => reading(list, entriesOf(list, list === 'whole' ? 40 : aliased)));
    await importReadings(read(40), { version: '2024-01-01' });
    await expect(importReadings(read(30), { version: '2024-01-02' })).rejects.toThrow(
      /un-sc\.xml.*\nopensanctions:trial\.xml/,
    );
    const versions = await listVersionStore(connected.records).all();
    expect(versions.map(({ version }) => version)).toEqual(Array(3).fill('2024-01-01'));
  });
});
