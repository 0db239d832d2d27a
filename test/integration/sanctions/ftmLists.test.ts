import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { connectSanctions, type SanctionsRecords } from '../../../subgraphs/sanctions/connectSanctions';
import { readFtm } from '../../../subgraphs/sanctions/import/ftm/readFtm';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import { importLists } from '../../../subgraphs/sanctions/import/importLists';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { callerOf } from '../../support/identities';
import { listFolder } from '../../support/listFolder';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const wallet = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
const lines = [
  { id: 'ended', schema: 'Person', properties: { name: ['Ivan Petrov'], country: ['ru'] } },
  {
    id: 's1',
    schema: 'Sanction',
    properties: {
      entity: ['ended'],
      startDate: ['2014-03-01'],
      endDate: ['2019-05-01'],
      authority: ['Treasury'],
    },
  },
  { id: 'partial', schema: 'Person', properties: { name: ['Pavel Month'] } },
  {
    id: 's2',
    schema: 'Sanction',
    properties: { entity: ['partial'], startDate: ['2022-02'], endDate: ['2023'] },
  },
  { id: 'owner', schema: 'Person', properties: { name: ['Omar Khalid'], topics: ['sanction'] } },
  { id: 'owned', schema: 'Company', properties: { name: ['Middle LLC'] } },
  { id: 'below', schema: 'Company', properties: { name: ['Below LLC'] } },
  {
    id: 'o0',
    schema: 'Ownership',
    properties: { owner: ['owner'], asset: ['owned'], percentage: ['10%'], endDate: ['2015'] },
  },
  { id: 'o1', schema: 'Ownership', properties: { owner: ['owner'], asset: ['owned'], percentage: ['60%'] } },
  { id: 'o2', schema: 'Ownership', properties: { owner: ['owned'], asset: ['below'], percentage: ['50'] } },
  { id: 'w', schema: 'CryptoWallet', properties: { publicKey: [wallet], topics: ['sanction'] } },
  { id: 'bad', schema: 'CryptoWallet', properties: { publicKey: ['not:an:address'], topics: ['sanction'] } },
].map((entity) => JSON.stringify({ ...entity, datasets: ['us_ofac_sdn'] }));

let store: TestStore;
let connected: { connection: { close(): Promise<void> }; records: SanctionsRecords };
let sanctions: Subgraph;

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
  const { records } = connected;
  const folder = listFolder({ 'entities.ftm.json': lines.join('\n') });
  const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  await importLists(into, () => readFtm([folder.path]), { version: '2024-02-01' });
  folder.remove();
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

const ask = async (query: string) =>
  JSON.parse(JSON.stringify(await sanctions.execute({ query }, callerOf('analyst'))));

it('names the list by its data set', async () => {
  const { data } = await ask('{ sanctionsLists { id entries wallets } }');
  expect(data.sanctionsLists).toEqual([{ id: 'opensanctions:us_ofac_sdn', entries: 5, wallets: 2 }]);
});

it('does not take a party for designated after its only Sanction ended, and does before', async () => {
  const { data, errors } = await ask(
    `{ actor(id: "opensanctions:ended") {
      now: sanctioned then: sanctioned(asOf: "2016-01-01") before: sanctioned(asOf: "2013-01-01")
      designations { id from to authority source { publisher } } inForce: designations(asOf: "2024-03-01") { id }
      addresses { country } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.actor).toEqual({
    now: false,
    then: true,
    before: false,
    designations: [
      {
        id: 'opensanctions:us_ofac_sdn:ended/s1',
        from: '2014-03-01',
        to: '2019-05-01',
        authority: 'Treasury',
        source: { publisher: 'OpenSanctions' },
      },
    ],
    inForce: [],
    addresses: [{ country: 'ru' }],
  });
});

it('makes no day of a month or a year: the days within are not known, and the text is given', async () => {
  const { data, errors } = await ask(
    `{ actor(id: "opensanctions:partial") {
      before: sanctioned(asOf: "2022-01-31") within: sanctioned(asOf: "2022-03-01") after: sanctioned(asOf: "2024-01-01")
      designations { from fromText to toText } maybe: designations(asOf: "2022-02-10") { id } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.actor).toEqual({
    before: false,
    within: true,
    after: false,
    designations: [{ from: null, fromText: '2022-02', to: '2023-12-31', toText: '2023' }],
    maybe: [{ id: 'opensanctions:us_ofac_sdn:partial/s2' }],
  });
  for (const day of ['2022-02-01', '2022-02-27', '2023-01-02', '2023-12-31']) {
    const unknown = await ask(`{ actor(id: "opensanctions:partial") { sanctioned(asOf: "${day}") } }`);
    expect([day, unknown.errors?.[0]?.extensions.code]).toEqual([day, 'COVERAGE_GAP']);
  }
});

it('knows of no day that has not begun: neither yes nor no, nor an empty list', async () => {
  for (const [field, day, code] of [
    ['sanctioned(asOf: "DAY")', '2024-03-02', undefined],
    ['sanctioned(asOf: "DAY")', '2024-03-03', 'COVERAGE_GAP'],
    ['designations(asOf: "DAY") { id }', '2999-01-01', 'COVERAGE_GAP'],
    ['listedWallets { listings(asOf: "DAY") { id } }', '2024-03-03', 'COVERAGE_GAP'],
  ] as const) {
    const { errors } = await ask(`{ actor(id: "opensanctions:w") { ${field.replace('DAY', day)} } }`);
    expect([field, errors?.[0]?.extensions.code]).toEqual([field, code]);
  }
});

it('lists a wallet that has no holder, also one that cannot be read', async () => {
  const { data } = await ask(
    `{ actor(id: "opensanctions:w") { kind sanctioned listedWallets { id listings { entry } } }
       bad: actor(id: "opensanctions:bad") { listedWallets { id listings { entry } } } }`,
  );
  expect(data.actor).toMatchObject({ kind: 'UNKNOWN', sanctioned: true });
  expect(data.actor.listedWallets).toMatchObject([
    { id: expect.stringContaining(wallet), listings: [{ entry: 'w' }] },
  ]);
  expect(data.bad.listedWallets).toEqual([
    { id: 'literal:opensanctions:not:an:address', listings: [{ entry: 'bad' }] },
  ]);
});

it('counts the stakes of a list for the 50 percent rule, through parties that are not designated', async () => {
  const { data, errors } = await ask(
    `{ owned: actor(id: "opensanctions:owned") { ownership { status stakes { leastPercent mostPercent owner { id } } } designations { id } }
       below: actor(id: "opensanctions:below") { ownership { status blockedPercent } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.owned).toEqual({
    ownership: {
      status: 'BLOCKED',
      stakes: [{ leastPercent: '60', mostPercent: '60', owner: { id: 'opensanctions:owner' } }],
    },
    designations: [],
  });
  expect(data.below.ownership).toEqual({ status: 'BLOCKED', blockedPercent: '50' });
});

it('keeps a relationship that holds beside an earlier one that has ended', async () => {
  const { data } = await ask(
    '{ actor(id: "opensanctions:owned") { relationships(direction: OUT) { id kind validTo validToText to { id } } } }',
  );
  const expected = { kind: 'OWNED_OR_CONTROLLED_BY', to: { id: 'opensanctions:owner' } };
  expect(data.actor.relationships).toHaveLength(2);
  expect(data.actor.relationships).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...expected, validTo: '2015-12-31', validToText: '2015' }),
      expect.objectContaining({ ...expected, validTo: null }),
    ]),
  );
  expect(new Set(data.actor.relationships.map(({ id }: { id: string }) => id)).size).toBe(2);
});

it('never answers that a party which only a relation brought in is not sanctioned', async () => {
  const { errors } = await ask('{ actor(id: "opensanctions:owned") { sanctioned } }');
  expect(errors[0].extensions.code).toBe('COVERAGE_GAP');
});

it('screens names against the designated parties, and not against those beside them', async () => {
  const { data } = await ask(
    '{ screenNames(subjects: [{ name: "Omar Khalid" }, { name: "Middle LLC" }]) { matches { actor { id } } } }',
  );
  expect(data.screenNames).toEqual([
    { matches: [{ actor: { id: 'opensanctions:owner' } }] },
    { matches: [] },
  ]);
});
