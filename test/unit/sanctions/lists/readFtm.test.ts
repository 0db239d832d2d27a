import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ImportError } from '../../../../subgraphs/sanctions/importLease/importError';
import { shareOf } from '../../../../subgraphs/sanctions/import/ftm/percentage.rules';
import { readFtm, type ReadFtmOptions } from '../../../../subgraphs/sanctions/import/ftm/readFtm';
import { listFolder } from '../../../support/listFolder';

type Properties = Readonly<Record<string, readonly unknown[]>>;

const entity = (id: string, schema: string, properties: Properties, more: object = {}) =>
  JSON.stringify({ id, schema, properties, ...more });

const read = (lines: readonly string[], options: ReadFtmOptions = {}, name = 'us_test.json') =>
  readContent(lines.join('\n'), options, name);

async function readContent(content: string | Buffer, options: ReadFtmOptions = {}, name = 'us_test.json') {
  const folder = listFolder({ [name]: content });
  const [reading] = await readFtm([join(folder.path, name)], { today: '2024-05-01', ...options }).finally(
    () => folder.remove(),
  );
  if (!reading) throw new Error('no reading');
  return { ...reading, entry: (id: string) => reading.entries.find(({ entry }) => entry === id) };
}

const bitcoin = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
const person = entity('p', 'Person', { name: ['Ivan X'], topics: ['sanction'] });

describe('a file', () => {
  it('that ends in the middle of a line is rejected', async () => {
    const cut = [person, entity('q', 'Person', { topics: ['sanction'] }).slice(0, -9)];
    await expect(read(cut)).rejects.toThrow('us_test.json is truncated: its last line (2) has no end');
    expect((await read([...cut, ''])).quarantined).toMatchObject([{ line: 2, reason: 'it is not JSON' }]);
  });

  it('that is not UTF-8 is rejected: it must not omit the parties of its bad lines', async () => {
    const content = Buffer.concat([Buffer.from(`${person}\n`), Buffer.from(`${person}\xe9\n`, 'latin1')]);
    await expect(readContent(content)).rejects.toThrow(
      /us_test\.json: it is not UTF-8, after line 0: nothing/,
    );
  });

  it('that begins with a byte order mark, and one that has U+FFFD in a name, keep every party', async () => {
    const garbled = entity('q', 'Person', { name: ['Jos\uFFFD'], topics: ['sanction'] });
    const reading = await read([`\uFEFF${person}`, garbled]);
    expect(reading.entries.map(({ entry }) => entry)).toEqual(['p', 'q']);
    expect(reading.quarantined).toEqual([]);
  });

  it('that is a folder is rejected', async () => {
    const folder = listFolder({});
    mkdirSync(join(folder.path, 'entities.ftm.json'));
    await expect(readFtm([folder.path])).rejects.toThrow('entities.ftm.json: it is a folder');
    folder.remove();
  });

  it('that holds an entity twice says what either line says, and no end that only one gives', async () => {
    const reading = await read([
      entity('p', 'Person', { name: ['Ivan X'] }),
      entity('p', 'Person', { name: ['Iwan X'], topics: ['sanction'] }),
      entity('s', 'Sanction', { entity: ['q'], endDate: ['2019-01-01'] }),
      entity('s', 'Sanction', { entity: ['q'], startDate: ['2014-01-01'] }),
      entity('q', 'Person', { name: ['Q'] }),
    ]);
    expect(reading.entry('p')).toMatchObject({ name: 'Ivan X', aliases: [{ name: 'Iwan X' }] });
    expect(reading.entry('q')?.designations).toMatchObject([{ from: '2014-01-01', to: null }]);
    expect(reading.quarantined).toMatchObject([
      { line: 2, reason: 'p is there already and says something else: both are merged' },
      { line: 4 },
    ]);
  });
});

describe('designations', () => {
  const sanction = (properties: Properties) =>
    entity('s', 'Sanction', { entity: ['p'], program: ['RUS'], ...properties });
  const plain = entity('p', 'Person', { name: ['Ivan X'] });
  const dated = async (lines: readonly string[]) => (await read(lines)).entry('p')?.designations;

  it.each([
    [
      { startDate: ['2014-03-01'], endDate: ['2019-05-01'] },
      { from: '2014-03-01', to: '2019-05-01' },
    ],
    [
      { listingDate: ['2014'], startDate: ['2015-02'] },
      { from: '2014-01-01', to: null, fromLatest: '2014-12-31', fromText: '2014' },
    ],
    [
      { listingDate: ['2014'], startDate: ['2014-01-01'] },
      { from: '2014-01-01', to: null },
    ],
    [
      { endDate: ['2019-02', '2020'] },
      { from: null, to: '2020-12-31', toEarliest: '2020-01-01', toText: '2020' },
    ],
    [{ endDate: ['2019-02-01', 'later'] }, { from: null, to: null }],
    [
      { startDate: ['2019-01-01'], endDate: ['2018-01-01'] },
      { from: '2019-01-01', to: null },
    ],
  ])('are dated by the Sanction: %j', async (properties, dates) => {
    expect(await dated([plain, sanction(properties)])).toEqual([
      { id: 's', programmes: ['RUS'], authority: null, ...dates },
    ]);
  });

  it('without dates are those of the topic where there is no Sanction', async () => {
    expect(await dated([person])).toBeUndefined();
  });

  it('stay where the topic is still there and every Sanction has ended, and that is said', async () => {
    const reading = await read([person, sanction({ startDate: ['2014-01-01'], endDate: ['2019-01-01'] })]);
    expect(reading.entry('p')?.designations).toMatchObject([
      { id: 's', to: '2019-01-01' },
      { id: '', from: '2014-01-01', to: null },
    ]);
    expect(reading.quarantined).toMatchObject([{ reason: expect.stringContaining('it stays designated') }]);
  });

  it('name the date that could not be read', async () => {
    const { quarantined } = await read([plain, sanction({ endDate: ['soon'] })]);
    expect(quarantined).toMatchObject([{ kind: 'REMARK', reason: 'endDate of s is no date: soon', line: 1 }]);
  });
});

it('keeps a sanctioned wallet without a holder, a security and a thing of an unknown schema', async () => {
  const { entries, quarantined } = await read([
    entity('w', 'CryptoWallet', { publicKey: [bitcoin], currency: ['XBT'], topics: ['sanction'] }),
    entity('sec', 'Security', { isin: ['RU000A0JXTS9'], issuer: ['c'] }),
    entity('c', 'Company', { name: ['Issuer'] }),
    entity('s', 'Sanction', { entity: ['sec'], startDate: ['2022-02-22'] }),
    entity('h', 'SpaceStation', { name: ['Mir'], topics: ['sanction'] }),
  ]);
  expect(entries).toMatchObject([
    {
      entry: 'w',
      kind: 'UNKNOWN',
      name: bitcoin,
      wallets: [{ currency: 'XBT', published: bitcoin, problem: null }],
    },
    {
      entry: 'sec',
      kind: 'UNKNOWN',
      name: 'RU000A0JXTS9',
      identifiers: [{ kind: 'isin', value: 'RU000A0JXTS9' }],
      links: [{ toEntry: 'c', kind: 'LINKED_TO' }],
    },
    { entry: 'c', designations: [] },
    { entry: 'h', kind: 'UNKNOWN', name: 'Mir' },
  ]);
  expect(quarantined).toEqual([]);
});

it('says which wallets, Sanctions and relations lead nowhere', async () => {
  const { quarantined } = await read([
    person,
    entity('w', 'CryptoWallet', { publicKey: [bitcoin], holder: ['gone'] }),
    entity('w2', 'CryptoWallet', { publicKey: [bitcoin] }),
    entity('s', 'Sanction', { entity: ['gone'] }),
    entity('o', 'Ownership', { owner: ['p'], asset: ['gone'] }),
  ]);
  expect(quarantined.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'its holder gone is not in the file'],
    [3, 'it names no holder'],
    [4, 'its entity gone is not in the file'],
    [5, 'its asset gone is not in the file'],
  ]);
});

describe('names', () => {
  it.each([
    [{ name: ['Ivan X', 'Иван Х'] }, undefined, 'Ivan X', ['Иван Х']],
    [{ name: ['Ivan X'] }, 'IVAN X', 'IVAN X', ['Ivan X']],
    [{ name: ['Ivan X'] }, '', 'Ivan X', []],
    [{ firstName: ['Ivan'], lastName: ['X'] }, undefined, 'Ivan X', []],
    [{ weakAlias: ['Vanya'] }, undefined, 'Vanya', []],
    [{}, undefined, 'p', []],
    [
      { name: ['Org'], abbreviation: ['ORG1'], previousName: ['Old'], weakAlias: ['O'] },
      undefined,
      'Org',
      ['ORG1', 'Old', 'O'],
    ],
  ])('of %j with the caption %j', async (properties: Properties, caption, main, others) => {
    const { entry } = await read([
      entity(
        'p',
        'Person',
        { ...properties, topics: ['sanction'] },
        caption === undefined ? {} : { caption },
      ),
    ]);
    expect(entry('p')?.name).toBe(main);
    expect(entry('p')?.aliases.map(({ name }) => name)).toEqual(others);
  });
});

it('keeps the countries that no address is in, and every property that no rule reads', async () => {
  const { entry } = await read([
    entity('p', 'Person', {
      name: ['Ivan X'],
      topics: ['sanction'],
      country: ['ru', 'by'],
      addressEntity: ['a'],
      hairColor: ['red'],
      modifiedAt: ['2023-04-05'],
    }),
    entity('a', 'Address', { street: ['Main 1'], city: ['Minsk'], country: ['by'] }),
  ]);
  expect(entry('p')).toMatchObject({
    addresses: [
      { text: 'Main 1, Minsk, by', city: 'Minsk', country: 'by' },
      { text: 'ru', city: null, country: 'ru' },
    ],
    remarks: ['hairColor: red'],
    updatedOn: ['2023-04-05'],
  });
});

it('keeps the parties that relations join to a designated one, with the share, and designates none of them', async () => {
  const { entry, counts } = await read([
    person,
    entity('c', 'Company', { name: ['Middle'] }),
    entity('d', 'Company', { name: ['End'] }),
    entity('x', 'Company', { name: ['Stranger'] }),
    entity('o', 'Ownership', { owner: ['p'], asset: ['c'], percentage: ['60%'], startDate: ['2020-01-02'] }),
    entity('o2', 'Ownership', { owner: ['c'], asset: ['d'], percentage: ['50-75'] }),
  ]);
  expect(counts).toMatchObject({ entries: 1, relationships: 2 });
  expect(entry('c')).toMatchObject({
    designations: [],
    links: [{ toEntry: 'p', share: { least: 600_000, most: 600_000 }, from: '2020-01-02' }],
  });
  expect(entry('d')?.links).toMatchObject([{ toEntry: 'c', share: { least: 500_000, most: 750_000 } }]);
  expect(entry('x')).toBeUndefined();
});

it.each([
  [['51'], 510_000, 510_000],
  [['51,5 %'], 515_000, 515_000],
  [['25 - 50%'], 250_000, 500_000],
  [['more than 75%'], 750_000, 1_000_000],
  [['50% or more'], 500_000, 1_000_000],
  [['more than 25% but not more than 50%'], 250_000, 500_000],
  [['<50'], 0, 500_000],
  [['40', '60'], 400_000, 600_000],
  // A fraction of one, or less than one percent: nobody can tell.
  [['0.51'], 5_100, 510_000],
  [['0.51%'], 5_100, 5_100],
  [['130%'], 0, 1_000_000],
  [['majority'], 0, 1_000_000],
  [[], 0, 1_000_000],
])('reads the percentages %j', (texts, least, most) => {
  expect(shareOf(texts).share).toEqual({ least, most });
});

it('reads entities that are nested in others', async () => {
  const { entry } = await read([
    JSON.stringify({
      id: 'p',
      schema: 'Person',
      properties: {
        name: ['Ivan X'],
        sanctions: [{ id: 's', schema: 'Sanction', properties: { endDate: ['2019-01-01'] } }],
        ownershipOwner: [
          {
            id: 'o',
            schema: 'Ownership',
            properties: {
              percentage: ['55'],
              asset: [{ id: 'c', schema: 'Company', properties: { name: ['Co'] } }],
            },
          },
        ],
      },
    }),
  ]);
  expect(entry('p')?.designations).toMatchObject([{ id: 's', to: '2019-01-01' }]);
  expect(entry('c')?.links).toMatchObject([{ toEntry: 'p', share: { least: 550_000 } }]);
});

describe('the id of the list', () => {
  const of = (id: string, ...datasets: string[]) =>
    entity(id, 'Person', { topics: ['sanction'] }, { datasets });

  it.each([
    [
      'the data set of every entity',
      [of('a', 'us_ofac_sdn'), of('b', 'us_ofac_sdn', 'wd')],
      {},
      'us_ofac_sdn',
    ],
    [
      'the one that is given',
      [of('a', 'us_ofac_sdn'), of('b', 'eu_fsf')],
      { dataset: 'sanctions' },
      'sanctions',
    ],
    ['the name of the file where it says none', [person], {}, 'us_test'],
  ])('is %s', async (_, lines, options, dataset) => {
    const { list, entries } = await read(lines, options);
    expect(list).toBe(`opensanctions:${dataset}`);
    expect(entries.every((entry) => entry.list === list && entry.actorId.startsWith('opensanctions:'))).toBe(
      true,
    );
  });

  it('must be given for a collection', async () => {
    const rejected = read([of('a', 'us_ofac_sdn'), of('b', 'eu_fsf')]);
    await expect(rejected).rejects.toThrow(ImportError);
    await expect(rejected).rejects.toThrow('--dataset');
    await expect(read([person], { dataset: 'a b' })).rejects.toThrow('not the name of a data set');
  });
});
