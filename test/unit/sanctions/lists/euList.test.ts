import { join } from 'node:path';
import { readEu } from '../../../../subgraphs/sanctions/import/eu/readEu';
import { ImportError } from '../../../../subgraphs/sanctions/importLease/importError';
import { listFolder } from '../../../support/listFolder';

const folders: { remove(): void }[] = [];
afterEach(() => folders.splice(0).forEach((folder) => folder.remove()));

function fileOf(content: string | Buffer): string {
  const folder = listFolder({ 'eu.xml': content });
  folders.push(folder);
  return join(folder.path, 'eu.xml');
}

const generated = '2026-08-05T16:47:04.449+02:00';
const exportOf = (inside: string, day = generated) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="${day}" globalFileId="1">\n${inside}\n</export>\n`;

const entity = (reference: string, inside: string, more = '') =>
  `<sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="${reference}" logicalId="7" ${more}>${inside}</sanctionEntity>`;

const person = '<subjectType code="person" classificationCode="P"/>';
const name = (whole: string, { strong = 'true', remark = '', more = '' } = {}) =>
  `<nameAlias firstName="" middleName="" lastName="" wholeName="${whole}" strong="${strong}" ${more}>${remark && `<remark>${remark}</remark>`}<regulationSummary numberTitle="x"/></nameAlias>`;

const read = async (content: string | Buffer) => (await readEu([fileOf(content)]))[0]!;
const one = async (inside: string, more = '') =>
  (await read(exportOf(entity('EU.27.28', inside, more)))).entries[0]!;

it('reads a person with every fact that the list gives', async () => {
  const entry = await one(
    [
      '<remark>UNSC RESOLUTION 1483</remark>',
      '<regulation regulationType="regulation" entryIntoForceDate="2003-07-07" numberTitle="1210/2003 (OJ L169)" programme="IRQ" logicalId="348"><publicationUrl>http://x</publicationUrl></regulation>',
      person,
      name('عبد المنان آغا', { more: 'nameLanguage="AR"' }),
      name('Abdul Manan  Agha', { more: 'title="Haji" function="Financier" gender="M"' }),
      name('Saiyid Abd al-Man', { remark: 'low quality alias; formerly listed as' }),
      name('Abdul Manan', { strong: 'false' }),
      name(''),
      '<citizenship countryIso2Code="CD" countryDescription="CONGO, Democratic Republic of (was Zaire)"/>',
      '<citizenship countryIso2Code="00" countryDescription="UNKNOWN"/>',
      '<birthdate circa="false" calendarType="GREGORIAN" city="al-Awja" birthdate="1937-04-28" dayOfMonth="28" monthOfYear="4" year="1937" countryIso2Code="IQ" countryDescription="IRAQ"/>',
      '<birthdate circa="true" calendarType="GREGORIAN" monthOfYear="8" year="1961" countryIso2Code="00" countryDescription="UNKNOWN"/>',
      '<birthdate circa="false" calendarType="GREGORIAN" yearRangeFrom="1960" yearRangeTo="1979" countryIso2Code="00"/>',
      '<birthdate circa="false" calendarType="GREGORIAN" yearRangeFrom="1979" yearRangeTo="1960" countryIso2Code="00"/>',
      '<birthdate circa="false" calendarType="ISLAMIC" year="1343" countryIso2Code="00"/>',
      '<address city="Yangon" street="Kannar road" poBox="12" zipCode="11011" countryIso2Code="MM" countryDescription="MYANMAR"><contactInfo key="PHONE" value="+95 1 234567"/></address>',
      '<address city="" countryIso2Code="00" countryDescription="UNKNOWN"><remark>last seen in 2011</remark></address>',
      '<identification knownExpired="true" issueDate="2005-04-30" validTo="2010-03-07" number="F654645" identificationTypeCode="passport" identificationTypeDescription="National passport" countryIso2Code="SA" countryDescription="SAUDI ARABIA"/>',
      '<identification number="-" identificationTypeCode="regnumber" identificationTypeDescription="Registration Number" countryIso2Code="00"><remark>Tehran</remark></identification>',
      '<newPart some="thing"/>',
    ].join(''),
    'designationDate="2001-10-17"',
  );
  expect(entry).toMatchObject({
    list: 'eu-fsf',
    entry: 'EU.27.28',
    actorId: 'eu:EU.27.28',
    kind: 'PERSON',
    name: 'Abdul Manan Agha',
    aliases: [
      { name: 'عبد المنان آغا', strength: 'STRONG', kind: 'AKA', script: 'Arab' },
      { name: 'Saiyid Abd al-Man', strength: 'WEAK', kind: 'FKA' },
      { name: 'Abdul Manan', strength: 'WEAK', kind: 'AKA' },
    ],
    programmes: ['IRQ'],
    listedOn: '2001-10-17',
    title: 'Haji; Financier',
    births: [
      { text: '1937-04-28', from: '1937-04-28', to: '1937-04-28', circa: false },
      { text: 'circa 8.1961', from: '1961-08-01', to: '1961-08-31', circa: true },
      { text: '1960 to 1979', from: '1960-01-01', to: '1979-12-31' },
      { text: '1979 to 1960', from: null, to: null },
      { text: '1343 (ISLAMIC calendar)', from: null, to: null },
    ],
    birthPlaces: ['al-Awja, IRAQ'],
    nationalities: ['CD'],
    genders: ['M'],
    identifiers: [
      { kind: 'National passport', value: 'F654645', country: 'SAUDI ARABIA' },
      { kind: 'PHONE', value: '+95 1 234567' },
    ],
    addresses: [
      { text: 'Kannar road, PO Box 12, 11011, Yangon, MYANMAR', city: 'Yangon', country: 'MYANMAR' },
    ],
  });
  expect(entry.identifiers[0]?.text).toContain('issued 2005-04-30, expires 2010-03-07, knownExpired');
  expect(entry.remarks).toEqual(
    expect.arrayContaining([
      'UNSC RESOLUTION 1483',
      'Document: Registration Number, -, Tehran',
      'address: last seen in 2011',
      'newPart: some=thing',
    ]),
  );
});

it('dates the list by the day of its generation in UTC', async () => {
  const inside = entity('EU.1.1', person + name('A B'));
  expect(await read(exportOf(inside))).toMatchObject({ list: 'eu-fsf', publishedOn: '2026-08-05' });
  expect((await read(exportOf(inside, '2026-08-06T00:30:00.000+02:00'))).publishedOn).toBe('2026-08-05');
  expect((await read(exportOf(inside, 'soon'))).publishedOn).toBeNull();
});

it('keeps a kind that it does not know as UNKNOWN, and a grade inside a sentence as a note', async () => {
  const entry = await one(
    `<subjectType code="ship"/>${name('Zadna')}${name('Zadna Int', { remark: '99 % owned by a fund, formerly known as the Charity' })}`,
  );
  expect(entry).toMatchObject({ kind: 'UNKNOWN', aliases: [{ strength: 'STRONG', kind: 'AKA' }] });
  expect(entry.remarks).toContain('subjectType: ship');
});

it('composes a name from its parts, and finds an address of a wallet only in the form of OFAC', async () => {
  const entry = await one(
    `${person}<nameAlias firstName="Jane" middleName="Q" lastName="Public" wholeName=" " strong="true"><remark>Digital Currency Address - XBT 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa; wallet 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy</remark></nameAlias>`,
  );
  expect(entry.name).toBe('Jane Q Public');
  expect(entry.wallets).toMatchObject([
    { currency: 'XBT', published: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', problem: null },
  ]);
});

it('quarantines an entry without a number or a name, and one that is there already; every row is counted', async () => {
  const reading = await read(
    exportOf(
      [
        entity(
          'EU.1.1',
          person + name('First') + name('') + name('Other') + '<address city="Paris"/><address city=""/>',
        ),
        entity('', person + name('No Number')),
        entity('EU.1.2', person + name('')),
        entity('EU.1.1', person + name('Again')),
      ].join('\n'),
    ),
  );
  expect(reading.entries).toHaveLength(1);
  expect(reading.quarantined.map(({ reason }) => reason)).toEqual([
    'it has no EU reference number',
    'EU.1.2 has no name',
    'EU.1.1 is there already',
  ]);
  expect(reading.quarantined[0]).toMatchObject({ line: 4, text: expect.stringContaining('No Number') });
  expect(reading.rows).toEqual(
    expect.arrayContaining([
      { kind: 'ENTRY', rows: 4, facts: 1, empty: 0, quarantined: 3 },
      { kind: 'ALIAS', rows: 2, facts: 1, empty: 1, quarantined: 0 },
      { kind: 'ADDRESS', rows: 2, facts: 1, empty: 1, quarantined: 0 },
    ]),
  );
});

const whole = exportOf(entity('EU.1.1', person + name('Ünal Öz')));

it.each([
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${whole}`, 'utf8')],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${whole}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${whole}`, 'utf16le').swap16()],
])('reads %s', async (_, content) => {
  expect((await read(content)).entries[0]?.name).toBe('Ünal Öz');
});

it.each([
  ['another document', '<CONSOLIDATED_LIST/>', 'it is <CONSOLIDATED_LIST>, not <export>'],
  ['a web page', '<!DOCTYPE html><html><body>Service unavailable</body></html>', 'a web page, not a list'],
  ['cut off', whole.slice(0, -12), 'not well-formed XML'],
  ['cut between two entries', whole.slice(0, whole.indexOf('</export>')), 'not well-formed XML'],
  ['without an entry', exportOf(''), 'holds no entry'],
  ['empty', '', 'it is empty'],
  ['Latin 1', Buffer.from(whole, 'latin1'), 'it is not UTF-8'],
])('rejects a file that is %s', async (_, content, problem) => {
  const rejected = read(content);
  await expect(rejected).rejects.toThrow(ImportError);
  await expect(rejected).rejects.toThrow(problem);
});

it('rejects more than one file', async () => {
  await expect(readEu([])).rejects.toThrow('the EU list is one file');
});
