import { join } from 'node:path';
import { readCh } from '../../../../subgraphs/sanctions/import/ch/readCh';
import { ImportError } from '../../../../subgraphs/sanctions/importLease/importError';
import { listFolder } from '../../../support/listFolder';

const folders: { remove(): void }[] = [];
afterEach(() => folders.splice(0).forEach((folder) => folder.remove()));

async function read(content: string) {
  const folder = listFolder({ 'seco.xml': content });
  folders.push(folder);
  return (await readCh([join(folder.path, 'seco.xml')]))[0]!;
}

const program = `<sanctions-program ssid="20" version-date="2026-05-21">
  <program-key lang="eng">Belarus</program-key>
  <program-name lang="ger">Verordnung</program-name><program-name lang="eng">Ordinance on measures against Belarus</program-name>
  <sanctions-set ssid="4387" lang="ger">Artikel 12</sanctions-set>
  <sanctions-set ssid="4387" lang="eng">article 12 -- Restrictions on named individuals</sanctions-set>
</sanctions-program>`;
const place =
  '<place ssid="29492"><location>Minsk</location><country iso-code="BY">Belarus</country></place>';

const list = (inside: string, attributes = 'list-type="whole-list" date="2026-08-27"') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<swiss-sanctions-list ${attributes}>${inside}</swiss-sanctions-list>`;

const change = (type: string, day: string, inside = '') =>
  `<modification modification-type="${type}" enactment-date="${day}" publication-date="${day}" effective-date="${day}">${inside}</modification>`;

const whole = (value: string, type = 'primary-name', quality = 'good') =>
  `<name ssid="1" name-type="${type}" quality="${quality}"><name-part order="1" name-part-type="whole-name"><value>${value}</value></name-part></name>`;

const target = (ssid: string, party: string, changes = change('listed', '2022-03-16')) =>
  `<target ssid="${ssid}"><sanctions-set-id>4387</sanctions-set-id>${party}${changes}</target>`;

const person = (name: string, more = '') =>
  `<individual sex="male"><identity ssid="2" main="true">${name}</identity>${more}</individual>`;

const spelled = `<name ssid="3" name-type="primary-name" quality="good">
  <name-part order="2" name-part-type="given-name"><value>Aliaksandr</value><spelling-variant lang="RUS" script="LATN">Alexander</spelling-variant></name-part>
  <name-part order="1" name-part-type="family-name"><value>Lukashenka</value><spelling-variant lang="RUS" script="LATN">Lukashenko</spelling-variant><spelling-variant script="CYRL">ЛУКАШЕНКО</spelling-variant></name-part>
  <name-part order="3" name-part-type="title"><value>President</value></name-part></name>`;

it('reads a person: names in order with every spelling, and what it refers to', async () => {
  const reading = await read(
    list(
      program +
        place +
        target(
          '100',
          person(
            [
              spelled,
              whole('Batka', 'alias', 'low'),
              whole('Old Name', 'formerly-known-as'),
              '<day-month-year day="30" month="8" year="1954" calendar="Gregorian"/><day-month-year year="1373" calendar="Hijri"/><day-month-year/>',
              '<nationality ssid="9"><country iso-code="BY">Belarus</country></nationality>',
              '<place-of-birth place-id="29492"/>',
              '<address place-id="29492"><address-details>ul. Starovilenskaya, 4</address-details><zip-code>220029</zip-code></address><address/>',
              '<identification-document ssid="5" document-type="passport"><number>MP 123</number><issuer>Belarus</issuer></identification-document>',
            ].join(''),
            [
              `<identity main="false">${whole('Other Identity')}</identity>`,
              '<justification ssid="6">President.</justification><other-information>Taxpayer identification number: 7704412345.</other-information>',
              '<other-information>Digital Currency Address - XBT 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa</other-information>',
              '<relation relation-type="related-to" target-id="101" ssid="7"/><bic-number>ABCDEFGH</bic-number>',
            ].join(''),
          ),
        ),
    ),
  );
  expect(reading).toMatchObject({ list: 'ch-seco', publishedOn: '2026-08-27' });
  expect(reading.entries).toMatchObject([
    {
      entry: '100',
      actorId: 'ch:100',
      kind: 'PERSON',
      name: 'Lukashenka Aliaksandr',
      programmes: ['Ordinance on measures against Belarus'],
      listedOn: '2022-03-16',
      title: 'President',
      births: [
        { text: '30.8.1954', from: '1954-08-30', to: '1954-08-30' },
        { text: '1373 (Hijri calendar)', from: null },
      ],
      birthPlaces: ['Minsk, Belarus'],
      nationalities: ['Belarus'],
      genders: ['male'],
      identifiers: [
        { kind: 'passport', value: 'MP 123', country: 'Belarus' },
        { kind: 'Taxpayer identification number', value: '7704412345' },
      ],
      addresses: [
        { text: 'ul. Starovilenskaya, 4, 220029, Minsk, Belarus', city: 'Minsk', country: 'Belarus' },
      ],
      wallets: [{ currency: 'XBT', published: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', problem: null }],
      links: [{ toEntry: '101', kind: 'LINKED_TO' }],
      remarks: [
        'Measures: article 12 -- Restrictions on named individuals',
        'President.',
        'Digital Currency Address - XBT 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
        'bic-number: ABCDEFGH',
      ],
      updatedOn: ['2022-03-16'],
    },
  ]);
  const aliases = reading.entries[0]!.aliases.map(
    ({ name, strength, kind }) => `${name} ${strength} ${kind}`,
  );
  expect(aliases.sort()).toEqual(
    [
      'Lukashenka Alexander STRONG AKA',
      'Lukashenko Aliaksandr STRONG AKA',
      'Lukashenko Alexander STRONG AKA',
      'ЛУКАШЕНКО Aliaksandr STRONG AKA',
      'Batka WEAK AKA',
      'Old Name STRONG FKA',
      'Other Identity STRONG AKA',
    ].sort(),
  );
  expect(reading.entries[0]).not.toHaveProperty('designations');
  expect(reading.rows).toContainEqual({ kind: 'ADDRESS', rows: 2, facts: 1, empty: 1, quarantined: 0 });
});

it('keeps what was taken off the list, until the day before, and does not read what a change repeats', async () => {
  const history = change(
    'amended',
    '2015-11-18',
    `<added><target ssid="999">${person(whole('Not A Name'))}</target><identity>${whole('Nor This')}</identity></added>`,
  );
  const off = (ssid: string, changes: string) => target(ssid, person(whole(`Name ${ssid}`)), changes);
  const { entries } = await read(
    list(
      program +
        [
          off('1', change('de-listed', '2016-03-01') + history + change('listed', '2006-06-28')),
          off(
            '2',
            change('listed', '2020-10-01') +
              change('de-listed', '2016-03-01') +
              change('listed', '2006-06-28'),
          ),
          off(
            '3',
            change('amended', '2025-06-03') +
              change('de-listed', '2025-06-20') +
              change('listed', '2011-05-24'),
          ),
          off('4', '<modification modification-type="de-listed"/>' + change('listed', '2011-05-24')),
          off('5', change('listed', '2016-03-01') + change('listed', '2011-05-24')),
          off('6', change('de-listed', '2016-03-01') + '<modification modification-type="listed"/>'),
          off(
            '7',
            change('de-listed', '2016-03-01') +
              change('listed', '2016-03-01') +
              change('listed', '2011-05-24'),
          ),
          off(
            '8',
            change('amended', '2017-01-01') +
              change('de-listed', '2016-03-01') +
              change('listed', '2011-05-24'),
          ),
          off('9', change('de-listed', '2016-03-01')),
        ].join(''),
    ),
  );
  expect(entries.flatMap(({ aliases }) => aliases)).toEqual([]);
  expect(
    entries.map(({ entry, listedOn, designations }) => [
      entry,
      listedOn,
      designations?.map(({ id, from, to }) => [id, from, to]),
    ]),
  ).toEqual([
    ['1', '2006-06-28', [['', '2006-06-28', '2016-02-29']]],
    [
      '2',
      '2020-10-01',
      [
        ['', '2006-06-28', '2016-02-29'],
        ['2020-10-01', '2020-10-01', null],
      ],
    ],
    ['3', '2011-05-24', [['', '2011-05-24', '2025-06-19']]],
    ['4', '2011-05-24', undefined],
    ['5', '2011-05-24', undefined],
    ['6', null, undefined],
    ['7', '2011-05-24', undefined],
    ['8', '2011-05-24', undefined],
    ['9', null, [['', null, '2016-02-29']]],
  ]);
  expect(entries[3]?.remarks).toContain('modification: de-listed, without a day after the listing');
});

it('reads ships with their IMO numbers, companies, and objects of another kind as UNKNOWN', async () => {
  const object = (type: string, name: string, more = '') =>
    `<object object-type="${type}"><identity main="true">${whole(name)}</identity>${more}</object>`;
  const { entries } = await read(
    list(
      target(
        '1',
        object('vessel', 'Hui Chon', '<other-information>IMO Number: 8405270</other-information>'),
      ) +
        target('2', `<entity><identity main="true">${whole('Belagroprombank')}</identity></entity>`) +
        target('3', object('balloon', 'Thing')),
    ),
  );
  expect(entries).toMatchObject([
    {
      kind: 'VESSEL',
      identifiers: [{ kind: 'IMO Number', value: '8405270' }],
      programmes: [],
      remarks: ['Measures: set 4387'],
    },
    { kind: 'ORGANISATION' },
    { kind: 'UNKNOWN', remarks: ['Measures: set 4387', 'object-type: balloon'] },
  ]);
});

it('quarantines a target without a number, a party or a name', async () => {
  const reading = await read(
    list(
      target('1', person(whole('A B'))) +
        target('1', person(whole('A B'))) +
        target('2', '') +
        target('3', person('')) +
        `<target>${person(whole('C D'))}</target>`,
    ),
  );
  expect(reading.quarantined.map(({ reason }) => reason)).toEqual([
    '1 is there already',
    '2 is no individual, entity or object',
    '3 has no name',
    'it has no SSID',
  ]);
});

it.each([
  [
    'a part of the list',
    list(target('1', person(whole('A'))), 'list-type="search-result"'),
    'a part of the list (search-result)',
  ],
  ['of no stated extent', list(target('1', person(whole('A'))), ''), 'a part of the list'],
  ['cut', list(target('1', person(whole('A')))).slice(0, -30), 'not well-formed XML'],
  ['another document', '<data-set/>', 'not <swiss-sanctions-list>'],
  ['empty of targets', list(program), 'holds no entry'],
])('rejects a file that is %s', async (_, content, problem) => {
  const rejected = read(content);
  await expect(rejected).rejects.toThrow(ImportError);
  await expect(rejected).rejects.toThrow(problem);
});
