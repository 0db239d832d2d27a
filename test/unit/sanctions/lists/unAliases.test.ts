import { join } from 'node:path';
import { aliasNames } from '../../../../subgraphs/sanctions/import/un/aliasNames.rules';
import { birthOfText, birthsInNote } from '../../../../subgraphs/sanctions/import/un/births.rules';
import { readUn } from '../../../../subgraphs/sanctions/import/un/readUn';
import { designationsOf } from '../../../../subgraphs/sanctions/list/listDesignation.rules';
import { screeningIndex } from '../../../../subgraphs/sanctions/screening/engine/screeningIndex';
import { screenSubject } from '../../../../subgraphs/sanctions/screening/engine/screenSubject';
import { describeWithData } from '../../../support/describeWithData';
import { listEntry } from '../../../support/listEntries';
import { listFolder } from '../../../support/listFolder';
import { sharedData } from '../../../support/sharedData';

const names = (text: string) => aliasNames(text).map(({ name }) => name);

it.each([
  ['Fazel Rahim; Fazil Rahim', ['Fazel Rahim', 'Fazil Rahim']],
  [
    'Mohammed A; Mohammad A b) M. Javad A; M. Jawad A',
    ['Mohammed A', 'Mohammad A', 'M. Javad A', 'M. Jawad A'],
  ],
  ['جبهة النصرة (the Victory Front; Al-Nusra Front)', ['جبهة النصرة', 'the Victory Front', 'Al-Nusra Front']],
  [
    'Ansar al Shams (AAS) (أنصار (original script); Ansar A.)',
    ['Ansar al Shams', 'AAS', 'أنصار', 'Ansar A.'],
  ],
  ['أنصار (Ansar in Libya (AIL))', ['أنصار', 'Ansar in Libya', 'AIL']],
  ['Jin Tiesan (金铁三)', ['Jin Tiesan', '金铁三']],
  ['Abubakar (original script: Абубакар)', ['Abubakar', 'Абубакар']],
  // A text in brackets here is no other name.
  ['(Sheikh) Musa Hilal', ['(Sheikh) Musa Hilal']],
  ['Hilarion Santos, III (third)', ['Hilarion Santos, III (third)']],
  ['TOUS POUR LA PAIX (NGO)', ['TOUS POUR LA PAIX (NGO)']],
  // Brackets that are not in pairs hide nothing.
  ['Open (one; two', ['Open (one', 'two']],
  [' ; ;', []],
])('reads the names of %j', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

it('marks the name that a bracket calls a former one', () => {
  expect(aliasNames('Ezat H (previously listed as); Ezat K')).toEqual([
    { name: 'Ezat H', former: true },
    { name: 'Ezat K' },
  ]);
});

it.each([
  ['1979-12-31', '1979-12-31', '1979-12-31', false],
  ['1955', '1955-01-01', '1955-12-31', false],
  ['1979-12', '1979-12-01', '1979-12-31', false],
  ['31 Dec. 1979', '1979-12-31', '1979-12-31', false],
  ['August 1961', '1961-08-01', '1961-08-31', false],
  ['Approximately 1965', '1965-01-01', '1965-12-31', true],
  ['24/06/1402 (Hijri Calendar)', null, null, false],
])('reads the birth %j', (text, from, to, circa) => {
  expect(birthOfText(text)).toEqual({ text, from, to, circa });
});

it('reads the births that a note gives, and no other dates', () => {
  const days = (note: string) => birthsInNote(note).map(({ from, to }) => [from, to]);
  expect(days('DOB: a) 11 Apr. 1960 b) 11 Apr. 1963. POB: Egypt')).toEqual([
    ['1960-04-11', '1960-04-11'],
    ['1963-04-11', '1963-04-11'],
  ]);
  expect(days('born in 1976')).toEqual([['1976-01-01', '1976-12-31']]);
  expect(days('Passport No. 284158, expires 21 August 2005')).toEqual([]);
});

describe('an entry', () => {
  const individual = (inside: string) =>
    `<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2024-05-01T00:00:00Z"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>ALI</FIRST_NAME><SECOND_NAME>HASSAN</SECOND_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.900</REFERENCE_NUMBER><LISTED_ON>2003-09-23</LISTED_ON>${inside}</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`;
  const read = async (inside: string) => {
    const folder = listFolder({ 'un.xml': individual(inside) });
    const [reading] = await readUn([join(folder.path, 'un.xml')]).finally(() => folder.remove());
    const [entry] = reading?.entries ?? [];
    if (!reading || !entry) throw new Error('no entry');
    return { reading, entry };
  };
  const alias = (name: string, more = '', quality = 'Good') =>
    `<INDIVIDUAL_ALIAS><QUALITY>${quality}</QUALITY><ALIAS_NAME>${name}</ALIAS_NAME>${more}</INDIVIDUAL_ALIAS>`;

  it('keeps with an alias what the list says of that alias', async () => {
    const { entry, reading } = await read(
      alias(
        'Omar Khalid',
        '<DATE_OF_BIRTH>1979-12-31</DATE_OF_BIRTH><CITY_OF_BIRTH>Maskara</CITY_OF_BIRTH><COUNTRY_OF_BIRTH>Algeria</COUNTRY_OF_BIRTH>',
      ) +
        alias('Omer K.', '<NOTE>formerly listed as</NOTE>', 'Low') +
        alias('', '', ''),
    );
    expect(entry.aliases).toEqual([
      {
        name: 'Omar Khalid',
        strength: 'STRONG',
        kind: 'AKA',
        script: 'Latn',
        births: [{ text: '1979-12-31', from: '1979-12-31', to: '1979-12-31', circa: false }],
        birthPlaces: ['Maskara, Algeria'],
      },
      { name: 'Omer K.', strength: 'WEAK', kind: 'FKA', script: 'Latn', note: 'formerly listed as' },
    ]);
    expect(reading.rows.find(({ kind }) => kind === 'ALIAS')).toMatchObject({ rows: 3, facts: 2, empty: 1 });
  });

  it('reads the days on which it was changed, and its end', async () => {
    const { entry } = await read(
      '<DELISTED_ON>2020-03-02</DELISTED_ON><LAST_DAY_UPDATED><VALUE>2011-05-16</VALUE><VALUE>2007-09-07</VALUE><VALUE /></LAST_DAY_UPDATED>',
    );
    expect(entry.updatedOn).toEqual(['2007-09-07', '2011-05-16']);
    const version = { list: 'un-sc', version: '2024-05-01' };
    const [designation] = designationsOf([version], [{ first: 0, last: 0, content: '' }], () => entry);
    expect(designation).toMatchObject({ from: '2003-09-23', to: '2020-03-01', updatedOn: entry.updatedOn });
  });

  it('keeps as remarks the fields that no rule reads', async () => {
    const { entry } = await read(
      '<SUBMITTED_BY>Utopia</SUBMITTED_BY><NATIONALITY2>Ruritania</NATIONALITY2><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Visa</TYPE_OF_DOCUMENT><CITY_OF_ISSUE>Rome</CITY_OF_ISSUE></INDIVIDUAL_DOCUMENT><INDIVIDUAL_PHOTO><LINK>a.png</LINK></INDIVIDUAL_PHOTO>',
    );
    expect(entry.remarks).toEqual([
      'Document: Visa, Rome',
      'SUBMITTED_BY: Utopia',
      'INDIVIDUAL_PHOTO: a.png',
    ]);
    expect(entry.nationalities).toEqual(['Ruritania']);
  });

  it('weighs the birth of the alias that matches, and holds that of another alias against no name', async () => {
    const { entry } = await read(
      '<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1950-01-01</DATE></INDIVIDUAL_DATE_OF_BIRTH>' +
        alias('Omar Khalid', '<DATE_OF_BIRTH>1979-12-31</DATE_OF_BIRTH>') +
        alias('Omar Khalid', '<DATE_OF_BIRTH>1982-06-10</DATE_OF_BIRTH>') +
        alias('Salim Farouk', '<DATE_OF_BIRTH>1973-08-26</DATE_OF_BIRTH>'),
    );
    const index = screeningIndex([entry], [{ list: 'un-sc', version: '2024-05-01' }]);
    const points = (name: string, birthDate: string) =>
      screenSubject(index, { name, birthDate }, { threshold: 0.8, weakAliases: false }).matches[0]
        ?.modifiers[0]?.points;
    expect(points('Omar Khalid', '1979-12-31')).toBe(0.06);
    expect(points('Omar Khalid', '1982-06-10')).toBe(0.06);
    expect(points('Omar Khalid', '1950-01-01')).toBe(0.06);
    expect(points('Omar Khalid', '1973-08-26')).toBe(0);
    expect(points('Ali Hassan', '1979-12-31')).toBe(0);
    expect(points('Omar Khalid', '1930-08-26')).toBeLessThan(0);
  });
});

it('screens a name of unknown kind as a person and as an organisation', () => {
  const entry = listEntry('1', 'KHALID, Omar Yusuf', { kind: 'UNKNOWN' });
  const index = screeningIndex([entry], [{ list: 'x', version: '2024-01-01' }]);
  const found = (kind: 'PERSON' | 'ORGANISATION') =>
    screenSubject(index, { name: 'Omar Khalid', kind }, { threshold: 0.8, weakAliases: false }).matches;
  expect(found('PERSON')).toMatchObject([{ actorId: 'test:1', modifiers: [] }]);
  expect(found('ORGANISATION')).toMatchObject([{ actorId: 'test:1', modifiers: [] }]);
});

describeWithData('the list of the UN Security Council', () => {
  it('is found by each name that it gives, with the birth of that name', async () => {
    const [reading] = await readUn([join(sharedData, 'sanctions', 'un', 'UN_consolidated_watchman.xml')]);
    const index = screeningIndex(reading?.entries ?? [], [{ list: 'un-sc', version: '2026-02-27' }]);
    const found = (name: string, birthDate?: string) =>
      screenSubject(index, { name, birthDate }, { threshold: 0.8, weakAliases: false }).matches;
    for (const name of ['Al-Nusra Front', 'Hayat Tahrir al-Sham'])
      expect(found(name).map(({ actorId }) => actorId)).toContain('un:QDe.137');
    const [first] = found('Djamel Mostafa', '1979-12-31');
    expect(first).toMatchObject({ actorId: 'un:QDi.129', modifiers: [{ kind: 'BIRTH_DATE', points: 0.06 }] });
    expect(reading?.entries.find(({ entry }) => entry === 'QDi.129')?.updatedOn).toContain('2022-11-08');
  });
});
