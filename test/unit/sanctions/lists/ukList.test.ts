import { stringify } from 'csv-stringify/sync';
import { join } from 'node:path';
import { readUk } from '../../../../subgraphs/sanctions/import/uk/readUk';
import { ImportError } from '../../../../subgraphs/sanctions/importLease/importError';
import { listFolder } from '../../../support/listFolder';

const folders: { remove(): void }[] = [];
afterEach(() => folders.splice(0).forEach((folder) => folder.remove()));

async function read(content: string | Buffer, name = 'uk.xml') {
  const folder = listFolder({ [name]: content });
  folders.push(folder);
  return (await readUk([join(folder.path, name)]))[0]!;
}

const columns = (
  'Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,' +
  'Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,' +
  'Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,' +
  'Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,' +
  'Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,' +
  'National Identifier additional information,Passport number,Passport additional information,Position,Gender,' +
  'Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),' +
  'IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,' +
  'Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)'
).split(',');

const csv = (rows: readonly Readonly<Record<string, string>>[], header: readonly string[] = columns) =>
  `Report Date: 13-Feb-2026\n${stringify([header, ...rows.map((row) => header.map((column) => row[column] ?? ''))])}`;

const regime = 'The Afghanistan (Sanctions) (EU Exit) Regulations 2020';
const shared = {
  'Last Updated': '14/04/2026',
  'Unique ID': 'AFG0006',
  'OFSI Group ID': '7172',
  'UN Reference Number': 'TAi.002',
  'Regime Name': regime,
  'Designation Type': 'Individual',
  'Date Designated': '25/01/2001',
  'Nationality(/ies)': 'Afghanistan',
  'Sanctions Imposed': 'Asset freeze|Travel Ban',
};
const rows = [
  {
    ...shared,
    'Name 6': 'AKHUND',
    'Name 1': 'MOHAMMAD',
    'Name 2': 'HASSAN',
    'Name type': 'Primary Name',
    'D.O.B': 'dd/mm/1945',
    'Name non-latin script': 'محمد حسن آخوند',
    'Passport number': 'P04581926',
    'Passport additional information': 'Afghanistan passport',
    'Address Line 6': 'Kabul',
    'Address Country': 'Afghanistan',
  },
  {
    ...shared,
    'Name 6': 'Haji Hassan',
    'Name type': 'ALias',
    'Alias strength': 'Low quality a.k.a',
    'D.O.B': '01/03/1958',
  },
  {
    ...shared,
    'Name 6': 'Haji Hassan',
    'Name type': 'ALias',
    'Alias strength': 'Low quality a.k.a',
    'D.O.B': '15/08/19yy',
  },
];

const designation = (inside: string) => `<Designation>${inside}</Designation>`;
const xml = (...designations: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Designations>\n<DateGenerated>07/09/2026</DateGenerated>\n${designations.join('\n')}\n</Designations>`;

const person = designation(`
  <LastUpdated>14/04/2026</LastUpdated><DateDesignated>25/01/2001</DateDesignated><UniqueID>AFG0006</UniqueID>
  <OFSIGroupID>7172</OFSIGroupID><UNReferenceNumber>TAi.002</UNReferenceNumber>
  <Names>
    <Name><Name1>MOHAMMAD</Name1><Name2>HASSAN</Name2><Name6>AKHUND</Name6><NameType>Primary name</NameType></Name>
    <Name><Name6>Haji Hassan</Name6><NameType>ALias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
    <Name><NameType>Alias</NameType></Name>
  </Names>
  <NonLatinNames><NonLatinName><NameNonLatinScript>محمد حسن آخوند </NameNonLatinScript><NonLatinScriptType>Arabic</NonLatinScriptType></NonLatinName></NonLatinNames>
  <RegimeName>${regime}</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
  <SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
  <SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze></SanctionsImposedIndicators>
  <Addresses><Address><AddressLine6>Kabul</AddressLine6><AddressCountry>Afghanistan</AddressCountry></Address></Addresses>
  <IndividualDetails><Individual>
    <DOBs><DOB>dd/mm/1945</DOB><DOB>01/03/1958</DOB><DOB>15/08/19yy</DOB></DOBs>
    <PassportDetails><Passport><PassportNumber>P04581926</PassportNumber><PassportAdditionalInformation>Afghanistan passport</PassportAdditionalInformation></Passport></PassportDetails>
    <Nationalities><Nationality>Afghanistan</Nationality></Nationalities>
  </Individual></IndividualDetails>`);

const expected = {
  list: 'uk-fcdo',
  entry: 'AFG0006',
  actorId: 'uk:AFG0006',
  kind: 'PERSON',
  name: 'MOHAMMAD HASSAN AKHUND',
  aliases: [
    { name: 'Haji Hassan', strength: 'WEAK', kind: 'AKA', script: 'Latn' },
    { name: 'محمد حسن آخوند', strength: 'STRONG', kind: 'AKA', script: 'Arab' },
  ],
  programmes: [regime],
  listedOn: '2001-01-25',
  births: [
    { text: 'dd/mm/1945', from: '1945-01-01', to: '1945-12-31', circa: false },
    { text: '01/03/1958', from: '1958-03-01', to: '1958-03-01', circa: false },
    { text: '15/08/19yy', from: null, to: null, circa: false },
  ],
  nationalities: ['Afghanistan'],
  identifiers: [
    {
      kind: 'Passport',
      value: 'P04581926',
      country: null,
      text: 'Passport, P04581926, Afghanistan passport',
    },
    { kind: 'UN Reference Number', value: 'TAi.002', country: null, text: 'UN Reference Number TAi.002' },
  ],
  addresses: [{ text: 'Kabul, Afghanistan', city: null, country: 'Afghanistan' }],
  remarks: ['OFSI Group ID: 7172', 'Sanctions Imposed: Asset freeze|Travel Ban'],
  updatedOn: ['2026-04-14'],
};

it('reads the same entry from the XML and from the rows of the CSV, each dated by its file', async () => {
  const [fromXml, fromCsv] = [await read(xml(person)), await read(csv(rows), 'uk.csv')];
  expect(fromXml.entries).toMatchObject([expected]);
  expect(fromCsv.entries).toEqual(fromXml.entries);
  expect(fromXml).toMatchObject({ list: 'uk-fcdo', publishedOn: '2026-09-07' });
  expect(fromCsv).toMatchObject({ list: 'uk-fcdo', publishedOn: '2026-02-13' });
  expect(fromXml.rows).toContainEqual({ kind: 'ALIAS', rows: 3, facts: 2, empty: 1, quarantined: 0 });
  expect(fromCsv.rows).toContainEqual({ kind: 'ENTRY', rows: 3, facts: 1, empty: 2, quarantined: 0 });
});

it('reads companies and ships: registration numbers one by one, links by name, what it does not know as a remark', async () => {
  const named = (id: string, subject: string, name: string, more: string) =>
    designation(
      `<UniqueID>${id}</UniqueID><Names><Name><Name6>${name}</Name6><NameType>Primary Name</NameType></Name></Names><IndividualEntityShip>${subject}</IndividualEntityShip>${more}`,
    );
  const reading = await read(
    xml(
      named(
        'RUS0001',
        'Entity',
        'HOLDING LLC',
        `<OtherInformation>Digital Currency Address - ETH 0x098B716B8Aaf21512996dC57EB0615e2383E2f96.</OtherInformation>
         <EntityDetails><Entity><BusinessRegistrationNumbers><BusinessRegistrationNumber>OGRN: 1247700291200\nINN: 9707028663</BusinessRegistrationNumber><BusinessRegistrationNumber>BR-99-XY</BusinessRegistrationNumber></BusinessRegistrationNumbers>
         <Subsidiaries><Subsidiary>OTHER LLC</Subsidiary><Subsidiary>UNLISTED LLC</Subsidiary></Subsidiaries></Entity></EntityDetails>`,
      ),
      named(
        'RUS0002',
        'Entity',
        'DAUGHTER LLC',
        '<EntityDetails><Entity><ParentCompanies><ParentCompany>HOLDING LLC</ParentCompany><ParentCompany>NOBODY</ParentCompany></ParentCompanies></Entity></EntityDetails>',
      ),
      named(
        'RUS0003',
        'Entity',
        'OTHER LLC',
        '<CryptoWalletAddresses><CryptoWalletAddress>abc</CryptoWalletAddress></CryptoWalletAddresses>',
      ),
      named(
        'DPR0075',
        'Ship',
        'Petrel 8',
        '<ShipDetails><Ship><IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers><CurrentOwnerOperators><CurrentOwnerOperator>HOLDING LLC</CurrentOwnerOperator></CurrentOwnerOperators><CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips></Ship></ShipDetails>',
      ),
      named('XXX0001', 'Aeroplane', 'Something', ''),
    ),
  );
  const byId = new Map(reading.entries.map((entry) => [entry.entry, entry]));
  expect(byId.get('RUS0001')).toMatchObject({
    kind: 'ORGANISATION',
    listedOn: null,
    identifiers: [
      { kind: 'Business Registration Number, OGRN', value: '1247700291200' },
      { kind: 'Business Registration Number, INN', value: '9707028663' },
      { kind: 'Business Registration Number', value: 'BR-99-XY' },
    ],
    wallets: [{ currency: 'ETH', published: '0x098B716B8Aaf21512996dC57EB0615e2383E2f96', problem: null }],
    links: [],
    remarks: expect.arrayContaining(['Subsidiary: OTHER LLC', 'Subsidiary: UNLISTED LLC']),
  });
  expect(byId.get('RUS0002')?.links).toEqual([
    { text: 'HOLDING LLC', toEntry: 'RUS0001', kind: 'OWNED_OR_CONTROLLED_BY' },
    { text: 'NOBODY', toEntry: null, kind: 'OWNED_OR_CONTROLLED_BY' },
  ]);
  expect(byId.get('RUS0003')).toMatchObject({
    wallets: [],
    links: [{ text: 'HOLDING LLC', toEntry: 'RUS0001', kind: 'OWNED_OR_CONTROLLED_BY' }],
    remarks: ['CryptoWalletAddresses/CryptoWalletAddress: abc'],
  });
  expect(byId.get('DPR0075')).toMatchObject({
    kind: 'VESSEL',
    identifiers: [{ kind: 'IMO number', value: '9562233', text: 'IMO number IMO9562233' }],
    links: [{ text: 'HOLDING LLC', toEntry: 'RUS0001', kind: null }],
    remarks: ['Current believed flag of ship: Comoros'],
  });
  expect(byId.get('XXX0001')).toMatchObject({ kind: 'UNKNOWN', remarks: ['Designation Type: Aeroplane'] });
  expect(reading.counts).toMatchObject({
    entries: 5,
    relationships: 3,
    unresolvedRelationships: 1,
    wallets: 1,
  });
});

it('keeps columns that it does not know as remarks, and takes the older name of a column', async () => {
  const header = columns.map((column) =>
    column === 'Designation Type' ? 'Individual, Entity, Ship' : column,
  );
  const content = csv(
    [
      {
        ...rows[0]!,
        'Individual, Entity, Ship': 'Individual',
        'New column': 'something',
        'Nationality(/ies)': '(1) Russia (2) Cyprus',
        'UK Statement of Reasons': '(1) Owns A. (2) Works for A.',
      },
    ],
    [...header, 'New column'],
  );
  expect((await read(content, 'uk.csv')).entries).toMatchObject([
    {
      kind: 'PERSON',
      nationalities: ['Russia', 'Cyprus'],
      remarks: expect.arrayContaining(['New column: something', '(1) Owns A. (2) Works for A.']),
    },
  ]);
});

it('quarantines a row of another length, one without an id, and a designation without a name', async () => {
  const content = csv([
    rows[0]!,
    { 'Name 6': 'NOBODY', 'Name type': 'Primary Name' },
    { ...shared, 'Unique ID': 'AFG0009' },
  ]);
  const lines = content.trimEnd().split('\n');
  const reading = await read([...lines.slice(0, 3), 'a,b,c', ...lines.slice(3)].join('\n'), 'uk.csv');
  expect(reading.entries).toHaveLength(1);
  expect(reading.quarantined.map(({ line, reason }) => [line, reason])).toEqual([
    [4, 'it has 3 columns, not 58'],
    [5, 'it has no unique ID'],
    [6, 'AFG0009 has no name'],
  ]);
  expect(reading.rows).toContainEqual({ kind: 'ENTRY', rows: 4, facts: 1, empty: 0, quarantined: 3 });
});

const whole = csv(rows);

it.each([
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${whole}`, 'utf8')],
  ['UTF-16', Buffer.from(`\uFEFF${whole}`, 'utf16le')],
  ['lines that end with CR and LF', whole.replaceAll('\n', '\r\n')],
])('reads a CSV of %s', async (_, content) => {
  const reading = await read(content, 'uk.csv');
  expect(reading.publishedOn).toBe('2026-02-13');
  expect(reading.entries).toMatchObject([expected]);
});

it.each([
  ['cut within a row', whole.slice(0, -30), 'is truncated'],
  ['cut within quotes', `${whole}"AFG`, 'its last quote is not closed'],
  ['a web page', '<!doctype html><html></html>', 'a web page, not a list'],
  [
    'without its columns',
    'Report Date: 13-Feb-2026\nUnique ID,Name\nA,B\n',
    'the columns of the UK Sanctions List are missing: Name 6',
  ],
  ['without rows', csv([]), 'holds no entry'],
  ['empty', '', 'it is empty'],
  ['another XML', '<export/>', 'it is <export>, not <Designations>'],
  ['cut XML', xml(person).slice(0, -20), 'not well-formed XML'],
  ['not text', Buffer.from('a,b\0,c\n'), 'zero bytes'],
  ['Latin 1', Buffer.from('Report Date: ü\n', 'latin1'), 'it is not UTF-8'],
])('rejects a file that is %s', async (_, content, problem) => {
  const rejected = read(content, 'uk.csv');
  await expect(rejected).rejects.toThrow(ImportError);
  await expect(rejected).rejects.toThrow(problem);
});

it('names a file that is missing', async () => {
  await expect(readUk(['/nowhere/uk.xml'])).rejects.toThrow(ImportError);
});
