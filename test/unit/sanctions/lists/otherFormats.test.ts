import { join } from 'node:path';
import { ImportError } from '../../../../subgraphs/sanctions/importLease/importError';
import { readFtm } from '../../../../subgraphs/sanctions/import/ftm/readFtm';
import { readOfac } from '../../../../subgraphs/sanctions/import/ofac/readOfac';
import { readUn } from '../../../../subgraphs/sanctions/import/un/readUn';
import { listFolder, sdnRow } from '../../../support/listFolder';
import { describeWithData } from '../../../support/describeWithData';
import { sharedData } from '../../../support/sharedData';

const folders: { remove(): void }[] = [];
afterEach(() => folders.splice(0).forEach((folder) => folder.remove()));

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = listFolder(files);
  folders.push(folder);
  return folder.path;
}

const advanced = (inside: string) =>
  `<?xml version="1.0"?><Sanctions xmlns="x"><DateOfIssue><Year>2024</Year><Month>3</Month><Day>6</Day></DateOfIssue>${inside}</Sanctions>`;

const party = (id: string, name: string, more = '') =>
  `<DistinctParty FixedRef="${id}"><Profile ID="${id}" PartySubTypeID="4"><Identity ID="7${id}"><Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue>${name}</NamePartValue></DocumentedNamePart></DocumentedName></Alias>${more}</Identity></Profile></DistinctParty>`;

const relation = (from: string, type: string, to: string) =>
  `<ProfileRelationship ID="1" From-ProfileID="${from}" To-ProfileID="${to}" RelationTypeID="${type}"/>`;

describe("OFAC's advanced XML", () => {
  const body = [
    '<ReferenceValueSets><RelationTypeValues><RelationType ID="15003">Owned or Controlled By</RelationType></RelationTypeValues></ReferenceValueSets>',
    party(
      '1',
      'A',
      '<Alias AliasTypeID="1401" Primary="false" LowQuality="true"><DocumentedName><DocumentedNamePart><NamePartValue>Старое</NamePartValue></DocumentedNamePart></DocumentedName></Alias>',
    ),
    party('2', 'B'),
    relation('1', '15003', '2'),
    relation('1', '92019', '2'),
    relation('9', '15003', '2'),
    '<SanctionsEntry ID="1" ProfileID="1"><EntryEvent><Date><Year>2019</Year><Month>9</Month><Day>3</Day></Date></EntryEvent><SanctionsMeasure SanctionsTypeID="1"><Comment>DPRK3</Comment></SanctionsMeasure></SanctionsEntry>',
  ].join('');

  it('says how parties are linked, in the right direction, and since when they are listed', async () => {
    const [reading] = await readOfac([folderOf({ 'sdn_advanced.xml': advanced(body) })]);
    expect(reading).toMatchObject({ list: 'ofac-sdn', publishedOn: '2024-03-06' });
    expect(reading?.entries[0]).toMatchObject({
      kind: 'PERSON',
      listedOn: '2019-09-03',
      programmes: ['DPRK3'],
      aliases: [{ name: 'Старое', strength: 'WEAK', kind: 'FKA', script: 'Cyrl' }],
      links: [{ toEntry: '2', kind: 'OWNED_OR_CONTROLLED_BY' }],
    });
    // "Owns, controls, or operates" is written from the owner's end.
    expect(reading?.entries[1]?.links).toMatchObject([{ toEntry: '1', kind: 'OWNED_OR_CONTROLLED_BY' }]);
    expect(reading?.quarantined).toMatchObject([{ kind: 'RELATIONSHIP', reason: 'there is no entry 9' }]);
  });

  it('beside the CSV files gives what they do not: kinds of links, days, names in other scripts', async () => {
    const csv = `${sdnRow('1', 'A', { remarks: 'Linked To: B; Linked To: C.' })}${sdnRow('2', 'B')}${sdnRow('3', 'C')}`;
    const [reading] = await readOfac([folderOf({ 'sdn.csv': csv, 'sdn_advanced.xml': advanced(body) })]);
    expect(reading?.entries[0]).toMatchObject({
      listedOn: '2019-09-03',
      aliases: [{ script: 'Cyrl' }],
      links: [
        { toEntry: '2', kind: 'OWNED_OR_CONTROLLED_BY' },
        { toEntry: '3', kind: null },
      ],
    });
  });

  it('beside the CSV files is reconciled with them by entry: what either has is listed, with its file', async () => {
    const csv = `${sdnRow('1', 'A', { remarks: "a.k.a. 'OLD A'; DOB 1970; Linked To: B." })}${sdnRow('3', 'C')}`;
    const [reading] = await readOfac([folderOf({ 'sdn.csv': csv, 'sdn_advanced.xml': advanced(body) })]);
    expect(reading?.entries.map(({ entry }) => entry)).toEqual(['1', '3', '2']);
    const [both, csvOnly, xmlOnly] = reading!.entries;
    expect(both).toMatchObject({
      aliases: [{ name: 'OLD A' }, { name: 'Старое' }],
      births: [{ text: '1970' }],
      programmes: ['SDGT', 'DPRK3'],
      links: [{ toEntry: '2', kind: 'OWNED_OR_CONTROLLED_BY' }],
      origins: [
        { file: 'sdn_advanced.xml', facts: expect.arrayContaining(['aliases: Старое', 'programs: DPRK3']) },
      ],
    });
    expect(csvOnly).not.toHaveProperty('origins');
    expect(xmlOnly).toMatchObject({
      name: 'B',
      kind: 'PERSON',
      origins: [{ file: 'sdn_advanced.xml', facts: ['entries'] }],
    });
    expect(reading?.differences).toEqual(
      expect.arrayContaining([
        { kind: 'entries', file: 'sdn.csv', count: 1, entries: ['3'] },
        { kind: 'entries', file: 'sdn_advanced.xml', count: 1, entries: ['2'] },
        { kind: 'aliases', file: 'sdn.csv', count: 1, entries: ['1'] },
        { kind: 'aliases', file: 'sdn_advanced.xml', count: 1, entries: ['1'] },
      ]),
    );
    expect(reading?.counts).toMatchObject({ entries: 3 });
    // The XML lacks an entry: it is of another day than the CSV files, and does not date them.
    expect(reading).toMatchObject({
      publishedOn: null,
      statedDates: [{ file: 'sdn_advanced.xml', day: '2024-03-06' }],
    });
  });

  it('that names a party otherwise adds the name, and an alias that one file marks strong is strong', async () => {
    const strong =
      '<Alias AliasTypeID="1400" Primary="false" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue>Old A</NamePartValue></DocumentedNamePart></DocumentedName></Alias>';
    const csv = sdnRow('1', 'A', { type: 'robot', remarks: "a.k.a. 'OLD-A'." });
    const xml = advanced(party('1', 'NEW A', strong));
    const [reading] = await readOfac([folderOf({ 'sdn.csv': csv, 'sdn_advanced.xml': xml })]);
    expect(reading?.entries[0]).toMatchObject({
      name: 'A',
      kind: 'PERSON',
      aliases: [
        { name: 'OLD-A', strength: 'STRONG' },
        { name: 'NEW A', strength: 'STRONG' },
      ],
    });
    expect(reading?.publishedOn).toBe('2024-03-06');
  });

  it.each([
    ['cut off', advanced(body).slice(0, -30)],
    ['not well-formed', advanced('<a></b>')],
    ['another document', '<html></html>'],
    ['one with a document type', `<!DOCTYPE Sanctions [<!ENTITY a "b">]>${advanced(body).slice(21)}`],
    ['without parties', advanced('')],
    ['empty', ''],
  ])('that is %s is rejected by name', async (_, content) => {
    const rejected = readOfac([folderOf({ 'sdn_advanced.xml': content })]);
    await expect(rejected).rejects.toThrow(ImportError);
    await expect(rejected).rejects.toThrow('sdn_advanced.xml');
  });
});

describe('OpenSanctions', () => {
  const lines = [
    {
      id: 'Q1',
      schema: 'Person',
      caption: 'Ivan X',
      properties: { name: ['Ivan X', 'Иван Х'], birthDate: ['1970-02'], weakAlias: ['Vanya'] },
    },
    {
      id: 's',
      schema: 'Sanction',
      properties: { entity: ['Q1'], program: ['RUS'], listingDate: ['2020-01-02'] },
    },
    { id: 'Q2', schema: 'Company', caption: 'Co', properties: { topics: ['sanction'] } },
    { id: 'Q3', schema: 'Person', caption: 'Nobody', properties: {} },
    { id: 'o', schema: 'Ownership', properties: { owner: ['Q1'], asset: ['Q2'] } },
    {
      id: 'w',
      schema: 'CryptoWallet',
      properties: { holder: ['Q2'], publicKey: ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'], currency: ['XBT'] },
    },
  ].map((entity) => JSON.stringify(entity));

  it('gives the same records', async () => {
    const folder = folderOf({ 'e.json': [...lines, 'bad', '{"id":1}', lines[0]].join('\n') });
    const [reading] = await readFtm([join(folder, 'e.json')]);
    expect(reading?.entries).toMatchObject([
      {
        actorId: 'opensanctions:Q1',
        programmes: ['RUS'],
        listedOn: '2020-01-02',
        births: [{ from: '1970-02-01', to: '1970-02-28' }],
        aliases: [
          { name: 'Иван Х', strength: 'STRONG', script: 'Cyrl' },
          { name: 'Vanya', strength: 'WEAK' },
        ],
      },
      {
        links: [{ toEntry: 'Q1', kind: 'OWNED_OR_CONTROLLED_BY' }],
        wallets: [{ currency: 'XBT', problem: null }],
      },
    ]);
    expect(reading?.quarantined.map(({ line, reason }) => [line, reason])).toEqual([
      [7, 'it is not JSON'],
      [8, 'it is not an entity: `id`, `schema` and `properties` are needed'],
      [9, 'Q1 is there already'],
    ]);
  });

  it.each([
    ['', 'is empty'],
    ['x\ny\n', 'no entity'],
    [`${lines[3]}\n`, 'no entity that is designated'],
  ])('rejects %j', async (content, why) => {
    await expect(readFtm([join(folderOf({ 'e.json': content }), 'e.json')])).rejects.toThrow(why);
  });
});

describeWithData('the list of the UN Security Council', () => {
  it('gives the same records', async () => {
    const [reading] = await readUn([join(sharedData, 'sanctions', 'un', 'UN_consolidated_watchman.xml')]);
    expect(reading).toMatchObject({ list: 'un-sc', publishedOn: '2026-02-27', counts: { entries: 1_003 } });
    expect(reading?.quarantined).toEqual([]);
    expect(reading?.entries.find(({ entry }) => entry === 'KPe.031')).toMatchObject({
      actorId: 'un:KPe.031',
      name: 'RECONNAISSANCE GENERAL BUREAU',
      listedOn: '2016-03-02',
      programmes: ['DPRK'],
    });
    const approximate = reading?.entries.flatMap(({ births }) => births).filter(({ circa }) => circa);
    expect(approximate?.length).toBeGreaterThan(50);
  });
});

describe('dates that the calendar does not have', () => {
  const un = (attributes: string, inside: string) =>
    `<CONSOLIDATED_LIST ${attributes}><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>QDi.1</REFERENCE_NUMBER>${inside}</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`;
  const readOne = async (text: string) => {
    const [reading] = await readUn([join(folderOf({ 'un.xml': text }), 'un.xml')]);
    return { ...reading!, first: reading!.entries[0] };
  };

  it.each([
    ['2024-13-45T00:00:00Z', null],
    ['0000-00-00', null],
    ['2024-02-29T23:59:59Z', '2024-02-29'],
  ])('do not date the list of the UN: %s', async (generated, publishedOn) => {
    expect(await readOne(un(`dateGenerated="${generated}"`, ''))).toMatchObject({ publishedOn });
  });

  it.each([
    ['2019-99-99', '2001-01-01', undefined],
    // Listed again after an earlier end.
    ['2015-06-01', '2020-01-01', undefined],
    ['2020-01-01', '2020-01-01', undefined],
    ['2020-03-01', '2020-01-01', [{ from: '2020-01-01', to: '2020-02-29' }]],
    ['2020-03-01', '2019-02-31', [{ from: null, to: '2020-02-29' }]],
  ])('and ends before the beginning end no designation: %s, from %s', async (end, start, designations) => {
    const { first } = await readOne(
      un('', `<LISTED_ON>${start}</LISTED_ON><DELISTED_ON>${end}</DELISTED_ON>`),
    );
    if (designations) expect(first).toMatchObject({ designations });
    else {
      expect(first).not.toHaveProperty('designations');
      expect(first?.remarks).toEqual([`DELISTED_ON: ${end}`]);
    }
  });

  it("do not date OFAC's advanced XML, and a birth keeps its text", async () => {
    const birth =
      '</Identity><Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From><Year>1960</Year><Month>2</Month><Day>31</Day></From></Start></DatePeriod></FeatureVersion></Feature><Identity ID="0">';
    const sets =
      '<ReferenceValueSets><FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType></FeatureTypeValues></ReferenceValueSets>';
    const xml = advanced(`${sets}${party('1', 'A', birth)}`).replace('<Month>3<', '<Month>13<');
    const [reading] = await readOfac([folderOf({ 'sdn_advanced.xml': xml })]);
    expect(reading).toMatchObject({
      publishedOn: null,
      entries: [{ births: [{ text: '1960-02-31', from: null }] }],
    });
  });
});
