import { join } from 'node:path';
import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { connectSanctions, type SanctionsRecords } from '../../../subgraphs/sanctions/connectSanctions';
import { readAu } from '../../../subgraphs/sanctions/import/au/readAu';
import { readCa } from '../../../subgraphs/sanctions/import/ca/readCa';
import { readCh } from '../../../subgraphs/sanctions/import/ch/readCh';
import { readEu } from '../../../subgraphs/sanctions/import/eu/readEu';
import { importLists } from '../../../subgraphs/sanctions/import/importLists';
import { readUk } from '../../../subgraphs/sanctions/import/uk/readUk';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import type { ListReading } from '../../../subgraphs/sanctions/list/listReading';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { callerOf } from '../../support/identities';
import { listFolder } from '../../support/listFolder';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const euEntity = (reference: string, name: string, more = '') =>
  `<sanctionEntity euReferenceNumber="${reference}" designationDate="2022-04-08"><regulation programme="UKR"/><subjectType code="person"/><nameAlias wholeName="${name}" strong="true"/>${more}</sanctionEntity>`;
const euFile = (day: string, ...entities: readonly string[]) =>
  `<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="${day}T16:00:00.000+02:00">${entities.join('')}</export>`;

const ukDesignation = (id: string, kind: string, name: string, more = '') =>
  `<Designation><UniqueID>${id}</UniqueID><DateDesignated>24/02/2022</DateDesignated><Names><Name><Name6>${name}</Name6><NameType>Primary Name</NameType></Name></Names><RegimeName>Russia</RegimeName><IndividualEntityShip>${kind}</IndividualEntityShip>${more}</Designation>`;
const ukFile = (day: string, ...designations: readonly string[]) =>
  `<Designations><DateGenerated>${day}</DateGenerated>${designations.join('')}</Designations>`;

let store: TestStore;
let connected: { connection: { close(): Promise<void> }; records: SanctionsRecords };
let sanctions: Subgraph;

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
  const first = euEntity('EU.1.1', 'Porfiriy Zaytsevskiy', '<birthdate year="1965"/>');
  await importFile('eu.xml', euFile('2024-02-01', first, euEntity('EU.1.2', 'Left Again')), readEu);
  await importFile(
    'uk.xml',
    ukFile(
      '02/02/2024',
      ukDesignation('RUS0001', 'Entity', 'BOLSHOYE HOLDING LLC'),
      ukDesignation(
        'RUS0002',
        'Ship',
        'MORSKOY VETER',
        '<ShipDetails><Ship><IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers></Ship></ShipDetails>',
      ),
      ukDesignation(
        'RUS0003',
        'Entity',
        'DOCHKA LLC',
        '<EntityDetails><Entity><ParentCompanies><ParentCompany>BOLSHOYE HOLDING LLC</ParentCompany></ParentCompanies></Entity></EntityDetails>',
      ),
    ),
    readUk,
  );
  const canadian = {
    Country: 'Russia / Russie',
    LastName: 'KOLOKOLTSEVSKIY',
    GivenName: 'Yaromir',
    Item: '7',
  };
  const fields = Object.entries(canadian).map(([field, value]) => `<${field}>${value}</${field}>`);
  await importFile('ca.xml', `<data-set><record>${fields.join('')}</record></data-set>`, readCa);
  const australian = [
    'Reference,Name of Individual or Entity,Type,Name Type,Committees',
    '9,Ozzimandias Yarrow,Individual,Primary Name,Autonomous',
  ];
  await importFile('au.csv', `${australian.join('\n')}\n`, readAu);
  const swiss = (ssid: string, name: string, changes: string) =>
    `<target ssid="${ssid}"><individual><identity main="true"><name name-type="primary-name"><name-part order="1"><value>${name}</value><spelling-variant script="CYRL">Световидов</spelling-variant></name-part></name></identity></individual><modification modification-type="listed" effective-date="2015-01-01"/>${changes}</target>`;
  const off = '<modification modification-type="de-listed" effective-date="2016-03-01"/>';
  const earlier =
    '<modification modification-type="de-listed" effective-date="2010-05-01"/><modification modification-type="listed" effective-date="2005-01-01"/>';
  await importFile(
    'ch.xml',
    `<swiss-sanctions-list list-type="whole-list" date="2024-02-05">${swiss('5', 'Svetovidov', '')}${swiss('6', 'Formerly Listed', off)}${swiss('7', 'Twice Listed', earlier)}</swiss-sanctions-list>`,
    readCh,
  );
  sanctions = await openSanctions({
    ...store,
    logger: createLogger('sanctions', 'silent'),
    now: () => new Date('2024-03-01T00:00:00Z'),
  });
});

afterAll(async () => {
  await sanctions.close();
  await connected.connection.close();
  await store.close();
});

async function importFile(
  name: string,
  content: string | Buffer,
  read: (files: readonly string[]) => Promise<ListReading[]>,
) {
  const folder = listFolder({ [name]: content });
  const { records } = connected;
  const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  try {
    const [report] = await importLists(into, () => read([join(folder.path, name)]), {});
    return report!;
  } finally {
    folder.remove();
  }
}

const ask = async (query: string) =>
  JSON.parse(JSON.stringify(await sanctions.execute({ query }, callerOf('analyst'))));

const screen = async (name: string) => {
  const { data, errors } = await ask(
    `{ screenNames(subjects: [{ name: "${name}" }]) { matches { list actor { id kind } } } }`,
  );
  expect(errors).toBeUndefined();
  return data.screenNames[0].matches;
};

it.each([
  ['Porfiriy Zaytsevskiy', { list: 'eu-fsf', actor: { id: 'eu:EU.1.1', kind: 'PERSON' } }],
  ['Световидов', { list: 'ch-seco', actor: { id: 'ch:5', kind: 'PERSON' } }],
  [
    'Kolokoltsevskiy, Yaromir',
    { list: 'ca-sema', actor: { id: expect.stringMatching(/^ca:russia-7-/), kind: 'PERSON' } },
  ],
  ['Ozzimandias Yarrow', { list: 'au-dfat', actor: { id: 'au:9', kind: 'PERSON' } }],
  ['MV Morskoy Veter', { list: 'uk-fcdo', actor: { id: 'uk:RUS0002', kind: 'VESSEL' } }],
])('finds %s', async (name, match) => expect(await screen(name)).toContainEqual(match));

it('answers who lists a party, since when, and by which source; a ship is found by its IMO number', async () => {
  const { data, errors } = await ask(
    `{ actor(id: "uk:RUS0003") { now: sanctioned before: sanctioned(asOf: "2022-02-23")
         designations { list from programmes source { publisher title } } }
       actorsByIdentifier(value: "IMO 9562233", kind: "IMO") { id } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.actor).toEqual({
    now: true,
    before: false,
    designations: [
      {
        list: 'uk-fcdo',
        from: '2022-02-24',
        programmes: ['Russia'],
        source: {
          publisher: 'Foreign, Commonwealth & Development Office',
          title: 'UK Sanctions List, version of 2024-02-02',
        },
      },
    ],
  });
  expect(data.actorsByIdentifier).toEqual([{ id: 'uk:RUS0002' }]);
});

it('says of a party that a list took off when it was designated, and of a list without a date that it has none', async () => {
  const { data, errors } = await ask(
    `{ actor(id: "ch:6") { now: sanctioned then: sanctioned(asOf: "2016-02-29") designations { from to } }
       sanctionsLists { id publishedOn dateAssumed } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.actor).toEqual({
    now: false,
    then: true,
    designations: [{ from: '2015-01-01', to: '2016-02-29' }],
  });
  expect(data.sanctionsLists).toContainEqual({ id: 'ca-sema', publishedOn: null, dateAssumed: true });
  expect(data.sanctionsLists).toContainEqual({
    id: 'ch-seco',
    publishedOn: '2024-02-05',
    dateAssumed: false,
  });
});

it('answers for each time in which a list had a party that it took off and listed again', async () => {
  const { data, errors } = await ask(
    `{ actor(id: "ch:7") { before: sanctioned(asOf: "2004-12-31") first: sanctioned(asOf: "2007-01-01")
         between: sanctioned(asOf: "2012-01-01") now: sanctioned designations { from to } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.actor).toMatchObject({ before: false, first: true, between: false, now: true });
  expect(data.actor.designations).toHaveLength(2);
});

it('keeps versions apart, with what came and went, and rejects a list that lost its entries', async () => {
  const next = euFile(
    '2024-02-20',
    euEntity('EU.1.1', 'Porfiriy Zaytsevskiy', '<birthdate year="1966"/>'),
    euEntity('EU.1.3', 'Newly Listed'),
  );
  const report = await importFile('eu.xml', next, readEu);
  expect(report).toMatchObject({ list: 'eu-fsf', version: '2024-02-20', added: 1, removed: 1, changed: 1 });
  await expect(
    importFile('eu.xml', euFile('2024-02-21', euEntity('EU.1.1', 'Porfiriy Zaytsevskiy')), readEu),
  ).rejects.toThrow('1 entries are 50.0% fewer than the 2 of version 2024-02-20');
});
