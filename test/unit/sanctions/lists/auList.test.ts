import { stringify } from 'csv-stringify/sync';
import { join } from 'node:path';
import { auBirths } from '../../../../subgraphs/sanctions/import/au/births.rules';
import { readAu } from '../../../../subgraphs/sanctions/import/au/readAu';
import { ImportError } from '../../../../subgraphs/sanctions/importLease/importError';
import { listFolder } from '../../../support/listFolder';
import { type Cell, workbookOf } from '../../../support/workbookOf';

const folders: { remove(): void }[] = [];
afterEach(() => folders.splice(0).forEach((folder) => folder.remove()));

async function read(content: string | Buffer) {
  const folder = listFolder({ 'list.xlsx': content });
  folders.push(folder);
  return (await readAu([join(folder.path, 'list.xlsx')]))[0]!;
}

const columns =
  'Reference,Name of Individual or Entity,Type,Name Type,Alias Strength,Date of Birth,Place of Birth,Citizenship,Address,Additional Information,Listing Information,IMO Number,Committees,Control Date,Instrument of Designation,Targeted Financial Sanction,Travel Ban,Arms Embargo,Maritime Restriction'.split(
    ',',
  );

type Row = Readonly<Record<string, Cell>>;
const table = (rows: readonly Row[], header = columns) => [
  header,
  ...rows.map((row) => header.map((column) => row[column] ?? '')),
];

const party = {
  Type: 'Individual',
  Committees: 'Autonomous (Iran)',
  Citizenship: 'Iran; Iraq',
  'Travel Ban': '1',
  'Arms Embargo': '0',
};
const rows: readonly Row[] = [
  {
    ...party,
    Reference: '8577',
    'Name of Individual or Entity': 'Mohammad Salah JOKAR ',
    'Name Type': 'Primary Name',
    'Date of Birth': 'a) 5/12/1970 b) 1969',
    'Place of Birth': 'Yazd',
    Address: 'a) One Street, Tehran b) Two Street, Yazd',
    'Listing Information': 'Listed on 25 Jan. 2001 (amended on 3 Sep. 2003)',
  },
  {
    ...party,
    Reference: '8577a',
    'Name of Individual or Entity': 'Saleh Jokar',
    'Name Type': 'Alias',
    'Alias Strength': 'Weak',
  },
  {
    ...party,
    Reference: '8577aa',
    'Name of Individual or Entity': 'محمد صالح جوکار',
    'Name Type': 'Original Script',
  },
  {
    Reference: '8230',
    'Name of Individual or Entity': 'MOCHA',
    Type: 'Vessel',
    'Name Type': 'Primary Name',
    Committees: 'Autonomous (Vessels)',
    'IMO Number': '9271951',
    'Listing Information': 'Autonomous Sanctions List 2012',
  },
];

const person = {
  list: 'au-dfat',
  entry: '8577',
  actorId: 'au:8577',
  kind: 'PERSON',
  name: 'Mohammad Salah JOKAR',
  aliases: [
    { name: 'Saleh Jokar', strength: 'WEAK', kind: 'AKA', script: 'Latn' },
    { name: 'محمد صالح جوکار', strength: 'STRONG', kind: 'AKA', script: 'Arab' },
  ],
  programmes: ['Autonomous (Iran)'],
  listedOn: '2001-01-25',
  births: [
    { text: '5/12/1970', from: '1970-12-05', to: '1970-12-05', circa: false },
    { text: '1969', from: '1969-01-01', to: '1969-12-31', circa: false },
  ],
  birthPlaces: ['Yazd'],
  nationalities: ['Iran', 'Iraq'],
  addresses: [{ text: 'One Street, Tehran' }, { text: 'Two Street, Yazd' }],
  remarks: ['Listing Information: Listed on 25 Jan. 2001 (amended on 3 Sep. 2003)', 'Measures: Travel Ban'],
};
const mocha = {
  entry: '8230',
  kind: 'VESSEL',
  listedOn: null,
  identifiers: [{ kind: 'IMO number', value: '9271951' }],
};

it('reads the same parties from the workbook and from its sheet as CSV: a row for each name', async () => {
  const [workbook, csv] = [await read(workbookOf(table(rows))), await read(stringify(table(rows)))];
  expect(workbook).toMatchObject({ list: 'au-dfat', publishedOn: null, entries: [person, mocha] });
  expect(csv.entries).toEqual(workbook.entries);
  for (const reading of [workbook, csv]) {
    expect(reading.rows).toContainEqual({ kind: 'ENTRY', rows: 4, facts: 2, empty: 2, quarantined: 0 });
    expect(reading.rows).toContainEqual({ kind: 'ALIAS', rows: 2, facts: 2, empty: 0, quarantined: 0 });
  }
});

it('takes cells that hold days, wallets in the form of OFAC, and the day of the last change from the workbook only', async () => {
  const one = {
    ...rows[0]!,
    'Date of Birth': new Date('1957-05-05'),
    'Control Date': new Date('2026-02-02'),
    'Additional Information': 'Digital Currency Address - XBT 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  };
  const [entry] = (await read(workbookOf(table([one])))).entries;
  expect(entry).toMatchObject({
    births: [{ from: '1957-05-05', to: '1957-05-05' }],
    updatedOn: ['2026-02-02'],
    wallets: [{ currency: 'XBT', published: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', problem: null }],
  });
  const [other] = (await read(stringify(table([{ ...rows[0]!, 'Control Date': '2/2/26' }])))).entries;
  expect(other).not.toHaveProperty('updatedOn');
  expect(other?.remarks).toContain('Control Date: 2/2/26');
});

it('keeps two parties apart that the list gave one number, and columns and kinds that it does not know', async () => {
  const { entries } = await read(
    stringify(
      table(
        [
          rows[0]!,
          rows[3]!,
          {
            ...party,
            Type: 'Aeroplane',
            Reference: '8577',
            'Name of Individual or Entity': 'Somebody Else',
            'Name Type': 'Primary Name',
            'New Column': 'new',
          },
          {
            ...party,
            Reference: '8577a',
            'Name of Individual or Entity': 'Else',
            'Name Type': 'Alias',
            'Alias Strength': 'Strong',
          },
        ],
        [...columns, 'New Column'],
      ),
    ),
  );
  expect(entries.map(({ entry, name, kind }) => [entry, name, kind])).toEqual([
    ['8577', 'Mohammad Salah JOKAR', 'PERSON'],
    ['8577-2', 'Somebody Else', 'UNKNOWN'],
    ['8230', 'MOCHA', 'VESSEL'],
  ]);
  expect(entries[1]).toMatchObject({
    aliases: [{ name: 'Else', strength: 'STRONG' }],
    remarks: ['Measures: Travel Ban', 'Type: Aeroplane', 'New Column: new'],
  });
});

it.each([
  [
    '13/06/1961, Approximately 1963',
    [
      ['1961-06-13', '1961-06-13', false],
      ['1963-01-01', '1963-12-31', true],
    ],
  ],
  ['Approximately: Between 1972 and 1975', [['1972-01-01', '1975-12-31', true]]],
  ['03/1955', [['1955-03-01', '1955-03-31', false]]],
  ['12 April 1965', [['1965-04-12', '1965-04-12', false]]],
  [
    '14/04/1970 14/04/1971',
    [
      ['1970-04-14', '1970-04-14', false],
      ['1971-04-14', '1971-04-14', false],
    ],
  ],
  ['10/061962', [[null, null, false]]],
])('reads the births %j', (cell, births) =>
  expect(auBirths(cell).map(({ from, to, circa }) => [from, to, circa])).toEqual(births),
);

it('quarantines a row without a reference, and a party without a name', async () => {
  const reading = await read(
    stringify(
      table([
        rows[0]!,
        { ...rows[1]!, Reference: '' },
        { ...rows[1]!, Reference: '9', 'Name of Individual or Entity': ' ' },
      ]),
    ),
  );
  expect(reading.quarantined.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'it has no reference number'],
    [4, '9 has no name'],
  ]);
});

const workbook = workbookOf(table(rows));

/** The workbook with another text of the same length in its place. */
const damaged = (text: string, other: string) =>
  Buffer.from(workbook.toString('latin1').replace(text, other), 'latin1');

/** The workbook with a directory by which its first part has 4 GB. */
function oversized(): Buffer {
  const copy = Buffer.from(workbook);
  copy.writeUInt32LE(0xfffffffe, copy.indexOf('PK\x01\x02', 0, 'latin1') + 24);
  return copy;
}

it.each([
  ['a cut workbook', workbook.subarray(0, workbook.length - 200), 'is no whole XLSX workbook'],
  [
    'a workbook whose sheet breaks off',
    damaged('<c r="A5">', '<c r=2A5">'),
    'sheet1.xml is not well-formed XML',
  ],
  ['a workbook that claims any size', oversized(), 'it unpacks to more than 268435456 bytes'],
  ['a cut CSV', stringify(table(rows)).slice(0, -30), 'is truncated'],
  ['a web page', '<!doctype html><html></html>', 'a web page, not a list'],
  [
    'without its columns',
    'Reference,Name\n1,A\n',
    'the columns of the Australian list are missing: Name of Individual or Entity',
  ],
  ['without rows', stringify(table([])), 'holds no entry'],
  ['empty', '', 'it is empty'],
])('rejects %s', async (_, content, problem) => {
  const rejected = read(content);
  await expect(rejected).rejects.toThrow(ImportError);
  await expect(rejected).rejects.toThrow(problem);
});
