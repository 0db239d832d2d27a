import { join } from 'node:path';
import { projectRoot } from '../../../shared/config/projectRoot';
import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { importCase } from '../../../subgraphs/sanctions/import/importCase';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import { importLists, type ImportListsOptions } from '../../../subgraphs/sanctions/import/importLists';
import { registerLabelActors } from '../../../subgraphs/sanctions/import/actorpack/storeActors.store';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { connectSanctions, type SanctionsRecords } from '../../../subgraphs/sanctions/connectSanctions';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { eventually } from '../../support/eventually';
import { callerOf } from '../../support/identities';
import { listFolder, sdnRow } from '../../support/listFolder';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const trb = 'ofac:43337';
const wallet = '0x098B716B8Aaf21512996dC57EB0615e2383E2f96';
const lazarus = sdnRow('27307', 'LAZARUS GROUP', {
  programmes: 'DPRK3',
  remarks: `a.k.a. 'APPLEWORM'; Digital Currency Address - ETH ${wallet}; Linked To: RECONNAISSANCE GENERAL BUREAU.`,
});
const bureau = sdnRow('12210', 'RECONNAISSANCE GENERAL BUREAU', { programmes: 'DPRK] [DPRK2' });
const trbRow = sdnRow('43337', 'TECHNICAL RECONNAISSANCE BUREAU', { programmes: 'DPRK2' });
const others = Array.from({ length: 30 }, (_, i) => sdnRow(String(100 + i), `PARTY ${i}`)).join('');

let store: TestStore;
let connected: { connection: { close(): Promise<void> }; records: SanctionsRecords };
let sanctions: Subgraph;
const logger = createLogger('sanctions', 'silent');

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
  await importCase(connected.records, join(projectRoot(), 'cases', 'dprk-2023'));
  sanctions = await openSanctions({ ...store, logger, now: () => new Date('2024-03-01T00:00:00Z') });
});

afterAll(async () => {
  await sanctions.close();
  await connected.connection.close();
  await store.close();
});

const leases = () => importLeaseStore(connected.records.importLeases);

async function importSdn(version: string, sdn: string, options: ImportListsOptions = {}) {
  const folder = listFolder({ 'sdn.csv': sdn });
  try {
    const versions = listVersionStore(connected.records);
    const [report] = await importLists({ store: versions, leases: leases() }, () => readOfac([folder.path]), {
      version,
      ...options,
    });
    return report!;
  } finally {
    folder.remove();
  }
}

async function ask(query: string) {
  return JSON.parse(JSON.stringify(await sanctions.execute({ query }, callerOf('analyst'))));
}

/** Asks until the running subgraph has swapped to a version. */
async function untilInForce(version: string, entries: number): Promise<void> {
  await eventually(async () => {
    const { data } = await ask('{ sanctionsLists { id version entries } }');
    return data.sanctionsLists.some((list: object) =>
      JSON.stringify(list).includes(`"${version}","entries":${entries}`),
    );
  });
}

it('a running subgraph answers from each version as it is published, and knows who was on when', async () => {
  const first = await importSdn('2023-05-19', `${others}${lazarus}${bureau}`);
  expect(first).toMatchObject({
    entries: 32,
    added: 32,
    removed: 0,
    changed: 0,
    wallets: 1,
    relationships: 1,
  });
  const second = await importSdn('2023-05-23', `${others}${lazarus}${bureau}${trbRow}`);
  expect(second).toMatchObject({ entries: 33, added: 1, removed: 0, changed: 0 });
  await untilInForce('2023-05-23', 33);

  const { data, errors } = await ask(
    `{ trb: actor(id: "${trb}") { before: sanctioned(asOf: "2023-05-20") after: sanctioned(asOf: "2023-05-24") now: sanctioned }
       old: actor(id: "ofac:27307") { name aliases { name strength } on: sanctioned(asOf: "2023-05-20") relationships { kind evidence to { id } sources { id } } designations { id list programmes source { id } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.trb).toEqual({ before: false, after: true, now: true });
  expect(data.old).toMatchObject({ name: 'LAZARUS GROUP', on: true });
  // List data first, then what the case says; each with its source.
  expect(data.old.aliases[0]).toEqual({ name: 'APPLEWORM', strength: 'WEAK' });
  expect(data.old.aliases).toContainEqual({ name: 'HIDDEN COBRA', strength: 'WEAK' });
  expect(data.old.designations.map(({ source }: { source: { id: string } }) => source.id)).toEqual([
    'ofac-sdn@2023-05-23',
    'dprk-2023:treasury-2019-09-13',
  ]);
  expect(data.old.relationships).toContainEqual({
    kind: 'LINKED_TO',
    evidence: 'LIST_DATA',
    to: { id: 'ofac:12210' },
    sources: [{ id: 'ofac-sdn@2023-05-23' }],
  });
});

it('a day before the oldest version, of which nothing is dated, is a gap that names what is missing', async () => {
  const answer = await ask('{ actor(id: "ofac:100") { sanctioned(asOf: "2010-01-01") } }');
  expect(answer.errors[0].extensions.code).toBe('COVERAGE_GAP');
  expect(answer.errors[0].message).toContain('2023-05-19');
});

it('the same import again changes nothing; a corrected edition replaces it in one step', async () => {
  const again = await importSdn('2023-05-23', `${others}${lazarus}${bureau}${trbRow}`);
  expect(again).toMatchObject({ entries: 33, added: 0, removed: 0, changed: 0 });
  const corrected = await importSdn(
    '2023-05-23',
    `${others}${lazarus}${bureau}${trbRow}${sdnRow('500', 'LATE')}`,
  );
  expect(corrected).toMatchObject({ entries: 34, added: 1, removed: 0, changed: 0 });
  await untilInForce('2023-05-23', 34);
  const back = await importSdn('2023-05-23', `${others}${lazarus}${bureau}${trbRow}`);
  expect(back).toMatchObject({ entries: 33, added: 0, removed: 1, changed: 0 });
  await untilInForce('2023-05-23', 33);
  expect((await ask('{ actor(id: "ofac:500") { id } }')).data).toEqual({ actor: null });
});

it('delisting keeps the history: actor, designation and wallet', async () => {
  const gone = `${others}${bureau.replace('BUREAU', 'BUREAU (RGB)')}${trbRow}`;
  // With one entry go the only wallet, alias and link of this small list.
  const acceptLoss = { kinds: ['aliases', 'wallets', 'relationships'] as const, reason: 'delisted' };
  expect(await importSdn('2024-01-10', gone, { acceptLoss })).toMatchObject({
    added: 0,
    removed: 1,
    changed: 1,
  });
  await untilInForce('2024-01-10', 32);
  const { data } = await ask(
    `{ actorChanges(list: "ofac-sdn", sinceVersion: "2023-05-23") { totalCount nodes { entry change fields actor { id } } }
       w: _entities(representations: [{ __typename: "Wallet", id: "eip155:1:${wallet}" }]) { ... on Wallet { listings { list to } } }
       actor(id: "ofac:27307") { name designations { list to source { id } } now: sanctioned } }`,
  );
  expect(data.actorChanges).toEqual({
    totalCount: 2,
    nodes: [
      { entry: '12210', change: 'CHANGED', fields: ['name'], actor: { id: 'ofac:12210' } },
      { entry: '27307', change: 'REMOVED', fields: [], actor: { id: 'ofac:27307' } },
    ],
  });
  // The list says that it ended, the case that it did not: true, and both are shown.
  expect(data.actor).toMatchObject({ name: 'LAZARUS GROUP', now: true });
  expect(data.actor.designations).toMatchObject([{ to: '2024-01-09' }, { to: null }]);
  expect(data.w[0].listings).toContainEqual({ list: 'ofac-sdn', to: '2024-01-09' });
});

it('tells an entry that changed from one whose link leads elsewhere since another entry came', async () => {
  const linked = sdnRow('800', 'LINKED', { remarks: 'Linked To: LATECOMER.' });
  const first = `${others}${bureau.replace('BUREAU', 'BUREAU (RGB)')}${trbRow}${linked}`;
  await importSdn('2024-01-11', first);
  const second = first.replace('PARTY 1"', 'PARTY ONE"') + sdnRow('900', 'LATECOMER');
  expect(await importSdn('2024-01-12', second)).toMatchObject({ added: 1, changed: 1, relinked: 1 });
  await untilInForce('2024-01-12', 34);
  const { data } = await ask(
    '{ actorChanges(list: "ofac-sdn", sinceVersion: "2024-01-11") { nodes { entry change fields } } }',
  );
  expect(data.actorChanges.nodes).toEqual([
    { entry: '101', change: 'CHANGED', fields: ['name'] },
    { entry: '800', change: 'RELINKED', fields: ['links'] },
    { entry: '900', change: 'ADDED', fields: [] },
  ]);
  await connected.records.listVersions.deleteMany({ version: { $in: ['2024-01-11', '2024-01-12'] } });
  await untilInForce('2024-01-10', 32);
});

it('versions are ordered by publication, whatever the order of import', async () => {
  await importSdn('2023-12-01', `${others}${lazarus}${bureau}${trbRow}${sdnRow('700', 'FOR A WHILE')}`);
  await eventually(
    async () => (await ask('{ sanctionsLists { versions } }')).data.sanctionsLists[0].versions.length === 4,
  );
  const { data, errors } = await ask(
    '{ sanctionsLists { version } actor(id: "ofac:700") { on: sanctioned(asOf: "2023-12-01") now: sanctioned old: sanctioned(asOf: "2023-05-23") } }',
  );
  expect(errors).toBeUndefined();
  expect(data.sanctionsLists).toEqual([{ version: '2024-01-10' }]);
  expect(data.actor).toEqual({ on: true, now: false, old: false });
  for (const day of ['2023-06-01', '2023-12-15']) {
    const answer = await ask(`{ actor(id: "ofac:700") { sanctioned(asOf: "${day}") } }`);
    expect(answer.errors[0].extensions.code).toBe('COVERAGE_GAP');
  }
});

it('a label of a wallet that names a listed actor changes nothing of it', async () => {
  const told = '{ actor(id: "ofac:43337") { kind name aliases { name } sources { title } } }';
  const listed = '{ actor(id: "ofac:100") { kind name aliases { name } sources { title } } }';
  const before = [(await ask(told)).data, (await ask(listed)).data];
  await registerLabelActors(
    connected.records.actors,
    ['ofac:43337', 'ofac:100'].map((id) => ({ id, name: id, source: { id: 'tagpack:x', title: 'A pack' } })),
  );
  expect([(await ask(told)).data, (await ask(listed)).data]).toEqual(before);
  expect(before[1].actor).toMatchObject({ kind: 'ORGANISATION', name: 'PARTY 0' });
});

it('a list that shrank by more than a twentieth is rejected, and the good one stays', async () => {
  await expect(importSdn('2024-02-01', others)).rejects.toThrow(/sdn\.csv.*30 entries are 6\.3% fewer/);
  const { data } = await ask('{ sanctionsLists { version entries } }');
  expect(data.sanctionsLists).toEqual([{ version: '2024-01-10', entries: 32 }]);
});

it('a list that shrank keeps the ones that come with it out too', async () => {
  const folder = listFolder({ 'sdn.csv': others });
  const read = async () => {
    const [shrunken] = await readOfac([folder.path]);
    return [{ ...shrunken!, list: 'trial' }, shrunken!];
  };
  const beforePublish = jest.fn(() => Promise.resolve());
  const versions = listVersionStore(connected.records);
  await expect(
    importLists({ store: versions, leases: leases() }, read, { version: '2024-02-01', beforePublish }),
  ).rejects.toThrow('6.3% fewer');
  expect((await versions.all()).filter(({ list }) => list === 'trial')).toEqual([]);
  expect(beforePublish).not.toHaveBeenCalled();
  folder.remove();
});

it('the reconciliation of a version is there to be asked, with the rows that became no fact', async () => {
  await importSdn('2024-02-02', `${others}1,"A"\r\n${lazarus}${bureau}${trbRow}`);
  await untilInForce('2024-02-02', 33);
  const { data } = await ask(
    '{ reconciliation(list: "ofac-sdn") { version absent rows { kind rows facts empty quarantined } quarantined { totalCount nodes { file line kind reason text } } } }',
  );
  expect(data.reconciliation).toMatchObject({
    version: '2024-02-02',
    absent: ['alt.csv', 'add.csv', 'sdn_comments.csv'],
    quarantined: {
      totalCount: 1,
      nodes: [
        { file: 'sdn.csv', line: 31, kind: 'ENTRY', reason: 'it has 2 columns, not 12', text: '1,"A"' },
      ],
    },
  });
  expect(data.reconciliation.rows).toContainEqual({
    kind: 'ENTRY',
    rows: 34,
    facts: 33,
    empty: 0,
    quarantined: 1,
  });
});

it.each([
  'reconciliation(list: "nope") { version }',
  'reconciliation(list: "ofac-sdn", version: "1999-01-01") { version }',
  'actorChanges(list: "ofac-sdn", sinceVersion: "1999-01-01") { totalCount }',
])('a list or version that nobody imported is the error UNKNOWN_LIST: %s', async (field) => {
  const answer = await ask(`{ ${field} }`);
  expect(answer.errors[0].extensions.code).toBe('UNKNOWN_LIST');
});

describe('lists that are older than the deployment allows', () => {
  const open = (listAgeAction: 'error' | 'warning') =>
    openSanctions({
      ...store,
      logger,
      now: () => new Date('2024-03-01T00:00:00Z'),
      listMaxAgeDays: 7,
      listAgeAction,
    });
  const query = `{ sanctionsLists { id stale ageDays } actor(id: "${trb}") { sanctioned } }`;

  it('turn answers into the error LIST_STALE, but for how old they are', async () => {
    const old = await open('error');
    const answer = JSON.parse(JSON.stringify(await old.execute({ query }, callerOf('analyst'))));
    await old.close();
    expect(answer.errors).toMatchObject([{ path: ['actor'], extensions: { code: 'LIST_STALE' } }]);
    expect(answer.data).toEqual({
      sanctionsLists: [{ id: 'ofac-sdn', stale: true, ageDays: 28 }],
      actor: null,
    });
  });

  it('are named in a warning, beside the versions behind the answer', async () => {
    const old = await open('warning');
    const answer = JSON.parse(JSON.stringify(await old.execute({ query }, callerOf('analyst'))));
    await old.close();
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions).toEqual({
      listVersions: [{ list: 'ofac-sdn', version: '2024-02-02' }],
      warnings: ['the version in force of ofac-sdn is of 2024-02-02: older than 7 days'],
    });
  });
});

it('a list holds its actors by kind, programme and name, with the actors of cases', async () => {
  const { data } = await ask(
    '{ found: actors(search: "party 1", listed: true) { totalCount } under: actors(program: "DPRK2") { nodes { id } } off: actors(listed: false) { nodes { id } } }',
  );
  expect(data.found.totalCount).toBe(11);
  expect(data.under.nodes.map(({ id }: { id: string }) => id)).toEqual([
    'ofac:12210',
    'ofac:43336',
    trb,
    'ofac:43338',
    'ofac:43379',
  ]);
  expect(data.off.nodes).toEqual([{ id: 'ofac:700' }]);
});

it('kinds that do not carry are followed where they are asked for', async () => {
  const { data } = await ask(
    '{ actor(id: "ofac:12210") { plain: linkedActors(maxDepth: 1) { path { kind } } more: linkedActors(maxDepth: 1, alsoThrough: [LINKED_TO]) { actor { id } path { kind evidence } } } }',
  );
  const kinds = (links: { path: { kind: string }[] }[]) =>
    links.flatMap(({ path }) => path.map(({ kind }) => kind));
  expect(kinds(data.actor.plain)).not.toContain('LINKED_TO');
  expect(data.actor.more).toContainEqual({
    actor: { id: 'ofac:27307' },
    path: [{ kind: 'LINKED_TO', evidence: 'LIST_DATA' }],
  });
});

it('an import that is cut off before its commit changes nothing that is seen, and can be run again', async () => {
  const versions = listVersionStore(connected.records);
  const folder = listFolder({
    'sdn.csv': `${others}${lazarus}${bureau}${trbRow}${sdnRow('800', 'CUT OFF')}`,
  });
  const { listEntries, listChunks, quarantinedRows } = connected.records;
  const kept = () =>
    Promise.all([listEntries, listChunks, quarantinedRows].map((model) => model.countDocuments()));
  const before = await kept();
  const cutOff = { ...versions, publish: () => Promise.reject(new Error('cut off')) };
  const read = () => readOfac([folder.path]);
  await expect(
    importLists({ store: cutOff, leases: leases() }, read, { version: '2024-02-20' }),
  ).rejects.toThrow('cut off');
  expect((await ask('{ actor(id: "ofac:800") { id } sanctionsLists { version } }')).data).toEqual({
    actor: null,
    sanctionsLists: [{ version: '2024-02-02' }],
  });
  // Parts that were stored and never published are gone once the next import begins, here one of the version
  // in force.
  expect((await kept())[0]).toBeGreaterThan(before[0]!);
  await importSdn('2024-02-02', `${others}1,"A"\r\n${lazarus}${bureau}${trbRow}`);
  for (const [i, count] of (await kept()).entries()) expect(count).toBeLessThanOrEqual(before[i]!);
  expect(
    await importLists({ store: versions, leases: leases() }, read, { version: '2024-02-20' }),
  ).toMatchObject([{ added: 1, removed: 0 }]);
  folder.remove();
  await untilInForce('2024-02-20', 34);
});

it('stakes of a case say what the 50 percent rule says, with the sums', async () => {
  const source = { id: 's', title: 'a register' };
  const stake = (ownerId: string, ownedId: string, percent: number) => ({
    _id: `t:${ownerId}:${ownedId}`,
    ownerId,
    ownedId,
    least: percent * 10_000,
    most: percent * 10_000,
    validFrom: null,
    validTo: null,
    sources: [source],
  });
  await connected.records.stakes.create([
    stake('ofac:12210', 'ofac:700', 30),
    stake(trb, 'ofac:700', 20),
    stake('ofac:700', 'un:KPe.031', 49.9999),
  ]);
  // A case is in force when its edition is.
  await connected.records.loadedCases.create({ _id: 'stakes', loadedAt: new Date(), loading: false });
  await eventually(async () => {
    const { data } = await ask('{ actor(id: "ofac:700") { ownership { stakes { leastPercent } } } }');
    return data.actor.ownership.stakes.length > 0;
  });
  const { data } = await ask(
    `{ owned: actor(id: "ofac:700") { ownership { status blockedPercent unaccountedPercent stakes { owner { id } leastPercent ownerListed sources { title } } } }
       below: actor(id: "un:KPe.031") { ownership { status blockedPercent possiblePercent } } none: actor(id: "ofac:100") { ownership { status } } }`,
  );
  expect(data.owned.ownership).toMatchObject({
    status: 'BLOCKED',
    blockedPercent: '50',
    unaccountedPercent: '50',
  });
  expect(data.owned.ownership.stakes).toContainEqual({
    owner: { id: trb },
    leastPercent: '20',
    ownerListed: true,
    sources: [{ title: 'a register' }],
  });
  expect(data.below.ownership).toEqual({
    status: 'UNKNOWN',
    blockedPercent: '49.9999',
    possiblePercent: '100',
  });
  expect(data.none.ownership.status).toBe('UNKNOWN');
});
