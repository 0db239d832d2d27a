import { join } from 'node:path';
import { caAliases } from '../../../../subgraphs/sanctions/import/ca/aliases.rules';
import { caBirths } from '../../../../subgraphs/sanctions/import/ca/births.rules';
import { readCa } from '../../../../subgraphs/sanctions/import/ca/readCa';
import { ImportError } from '../../../../subgraphs/sanctions/importLease/importError';
import { listFolder } from '../../../support/listFolder';

const folders: { remove(): void }[] = [];
afterEach(() => folders.splice(0).forEach((folder) => folder.remove()));

async function read(content: string) {
  const folder = listFolder({ 'sema-lmes.xml': content });
  folders.push(folder);
  return (await readCa([join(folder.path, 'sema-lmes.xml')]))[0]!;
}

const french: Readonly<Record<string, string>> = {
  Country: 'Pays',
  LastName: 'NomDeFamille',
  GivenName: 'Prenom',
  EntityOrShip: 'EntiteOuNavire',
  ShipIMONumber: 'NumeroOMIDuNavire',
};

/** A record with the names of fields in two languages, as today, or in English. */
const record = (fields: Readonly<Record<string, string>>, isBilingual = true) =>
  `<record>${Object.entries(fields)
    .map(([name, value]) => {
      const tag = isBilingual ? `${name}-${french[name] ?? 'X'}` : name;
      return `<${tag}>${value}</${tag}>`;
    })
    .join('')}</record>`;
const dataSet = (...records: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<data-set>${records.join('\n')}</data-set>`;

const place = { Country: 'Russia / Russie', Schedule: '1, Part 1 ', DateOfListing: '2025-06-13' };
const person = {
  ...place,
  LastName: 'TROTSENKO ',
  GivenName: 'Roman Viktorovich',
  Aliases: 'Roman Victorovich Trocenko, Роман Викторович Троценко',
  DateOfBirthOrShipBuildDate: '1970-09-12',
  Item: '1520',
};

it.each([true, false])(
  'reads a person, with names of fields in two languages or one (%s)',
  async (isBilingual) => {
    const reading = await read(dataSet(record(person, isBilingual)));
    expect(reading).toMatchObject({ list: 'ca-sema', publishedOn: null });
    expect(reading.entries).toMatchObject([
      {
        entry: expect.stringMatching(/^russia-1-part-1-1520-[0-9a-f]{8}$/),
        actorId: expect.stringMatching(/^ca:russia-1-part-1-1520-/),
        kind: 'PERSON',
        name: 'Roman Viktorovich TROTSENKO',
        programmes: ['Russia'],
        listedOn: '2025-06-13',
        nationalities: [],
        births: [{ text: '1970-09-12', from: '1970-09-12', to: '1970-09-12' }],
      },
    ]);
    expect(reading.entries[0]?.aliases).toMatchObject([
      { name: 'Roman Victorovich Trocenko', script: 'Latn' },
      { name: 'Роман Викторович Троценко', script: 'Cyrl' },
      { name: person.Aliases },
    ]);
    expect(reading.entries[0]?.remarks).toContain(
      'Listed as: Russia / Russie, schedule 1, Part 1, item 1520',
    );
  },
);

it('reads ships and entities: a build date is no birth, a name in the field of the number is a name', async () => {
  const { entries } = await read(
    dataSet(
      record({
        ...place,
        EntityOrShip: 'Premier ',
        TitleOrShipType: 'Oil Tanker | Navire-citerne',
        ShipIMONumber: ' 9577082',
        DateOfBirthOrShipBuildDate: '2011',
        Item: '278',
      }),
      record({
        ...place,
        EntityOrShip: 'Islamic Revolutionary Guard Corps/Corps des Gardiens de la Révolution',
        Item: '136',
      }),
      record({
        ...place,
        LastName: 'Fazli',
        GivenName: 'Ali',
        ShipIMONumber: 'علی فضلی',
        Item: '3',
        NewField: 'new',
      }),
      record({ ...place, EntityOrShip: 'Ever Free', ShipIMONumber: 'IMO 9577094', Item: '279' }),
      record({ ...place, EntityOrShip: 'No Number', TitleOrShipType: 'Tug | Remorqueur', Item: '280' }),
    ),
  );
  expect(entries[0]).toMatchObject({
    kind: 'VESSEL',
    name: 'Premier',
    births: [],
    identifiers: [{ kind: 'IMO number', value: '9577082' }],
    remarks: expect.arrayContaining([
      'Ship type: Oil Tanker | Navire-citerne',
      'DateOfBirthOrShipBuildDate: 2011',
    ]),
  });
  expect(entries[1]).toMatchObject({
    kind: 'ORGANISATION',
    aliases: [{ name: 'Islamic Revolutionary Guard Corps' }, { name: 'Corps des Gardiens de la Révolution' }],
  });
  expect(entries[2]).toMatchObject({
    kind: 'PERSON',
    aliases: [{ name: 'علی فضلی', script: 'Arab' }],
    remarks: expect.arrayContaining(['NewField-X: new']),
  });
  expect(entries[3]).toMatchObject({
    kind: 'VESSEL',
    aliases: [],
    identifiers: [{ kind: 'IMO number', value: '9577094' }],
  });
  expect(entries[4]).toMatchObject({ kind: 'UNKNOWN', title: 'Tug | Remorqueur' });
});

it.each([
  ['Lakhta Plaza LLC; Общество "Лахта Плаза"', ['Lakhta Plaza LLC', 'Общество "Лахта Плаза"']],
  ['М Инвест, ООО', ['М Инвест, ООО']],
  ['Министерство образования, науки и молодежи', ['Министерство образования, науки и молодежи']],
  ['Abdelrahim Dagalo Arabic:عبدالرحيم دقلو', ['Abdelrahim Dagalo', 'عبدالرحيم دقلو']],
  ['IRGC, IRG', ['IRGC', 'IRG', 'IRGC, IRG']],
  [' ; ', []],
])('cuts the aliases %j', (field, names) => expect(caAliases(field)).toEqual(names));

it.each([
  ['1972', [['1972-01-01', '1972-12-31']]],
  ['29-04-1965', [['1965-04-29', '1965-04-29']]],
  ['1963-1964', [['1963-01-01', '1964-12-31']]],
  [
    '1987/1988',
    [
      ['1987-01-01', '1987-12-31'],
      ['1988-01-01', '1988-12-31'],
    ],
  ],
  [
    '1972-08-10 or 1972-08-11',
    [
      ['1972-08-10', '1972-08-10'],
      ['1972-08-11', '1972-08-11'],
    ],
  ],
  ['Sep-99', [[null, null]]],
  ['1975-19-25', [[null, null]]],
  ['born in the early 1970s', [[null, null]]],
])('reads the birth %j', (text, days) =>
  expect(caBirths(text).map(({ from, to }) => [from, to])).toEqual(days),
);

it('quarantines a record without a name or a place in the law, and one that is there already', async () => {
  const reading = await read(
    dataSet(record(person), record(person), record({ ...person, Item: '' }), record({ ...place, Item: '9' })),
  );
  expect(reading.entries).toHaveLength(1);
  expect(reading.quarantined.map(({ reason }) => reason.replace(/-[0-9a-f]{8}/, ''))).toEqual([
    'russia-1-part-1-1520 is there already',
    'it has no regulation or no item number',
    'item 9 of Russia has no name',
  ]);
  expect(reading.rows).toContainEqual({ kind: 'ENTRY', rows: 4, facts: 1, empty: 0, quarantined: 3 });
});

it('gives somebody else at the same place of the law another number', async () => {
  const { entries } = await read(dataSet(record(person), record({ ...person, LastName: 'OTHER' })));
  expect(new Set(entries.map(({ entry }) => entry)).size).toBe(2);
});

it.each([
  ['cut', dataSet(record(person)).slice(0, -8), 'not well-formed XML'],
  ['another document', '<Designations/>', 'not <data-set>'],
  ['a web page', '<html></html>', 'a web page'],
  ['empty of records', dataSet(), 'holds no entry'],
])('rejects a file that is %s', async (_, content, problem) => {
  const rejected = read(content);
  await expect(rejected).rejects.toThrow(ImportError);
  await expect(rejected).rejects.toThrow(problem);
});
