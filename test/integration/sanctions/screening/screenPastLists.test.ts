import { createLogger } from '../../../../shared/logger/logger';
import type { Subgraph } from '../../../../shared/subgraph/runSubgraph';
import { connectSanctions } from '../../../../subgraphs/sanctions/connectSanctions';
import { importLeaseStore } from '../../../../subgraphs/sanctions/importLease/importLease.store';
import { importLists } from '../../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../../subgraphs/sanctions/import/ofac/readOfac';
import { listVersionStore } from '../../../../subgraphs/sanctions/list/listVersion.store';
import { openSanctions } from '../../../../subgraphs/sanctions/openSanctions';
import { callerOf } from '../../../support/identities';
import { listFolder, sdnRow } from '../../../support/listFolder';
import { openTestStore, type TestStore } from '../../../support/openTestStore';

const person = { type: 'individual' };
const others = Array.from({ length: 60 }, (_, i) => sdnRow(String(2000 + i), `PARTY ${i}`));
const gone = sdnRow('1001', 'VELIKOV, Ivan', person);
const stays = sdnRow('1002', 'MORDANOV, Mikhail', person);
const comes = sdnRow('1003', 'TARIQ, Mahmud', person);
/** The SDN list of three days. */
const sdn: Readonly<Record<string, readonly string[]>> = {
  '2024-01-01': [gone, stays, ...others],
  '2024-02-01': [stays, ...others],
  '2024-03-01': [stays, comes, ...others],
};
/** The other list, which begins later. */
const consolidated = [
  sdnRow('3001', 'MALLOWBY, Peter', person),
  ...others.map((row) => row.replace('20', '40')),
];

const folderOf = (files: Readonly<Record<string, readonly string[]>>) =>
  listFolder(Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, `${rows.join('')}\x1a`])));

async function publish(
  store: TestStore,
  version: string,
  files: Readonly<Record<string, readonly string[]>>,
) {
  const folder = folderOf(files);
  const { connection, records } = await connectSanctions(store);
  const stores = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  await importLists(stores, () => readOfac([folder.path]), { version });
  await connection.close();
  folder.remove();
}

const logger = createLogger('sanctions', 'silent');
const names = ['Ivan Velikov', 'Mikhail Mordanov', 'Mahmud Tariq', 'Peter Mallowby', 'Nobody Anywhere'];
const query =
  'query($subjects: [ScreeningSubject!]!, $asOf: Date, $lists: [ID!]) { screenNames(subjects: $subjects, asOf: $asOf, lists: $lists) { problem versions { list version } matches { score nameScore matchedName list actor { id name } } } }';

async function screen(sanctions: Subgraph, variables: { asOf?: string; lists?: readonly string[] } = {}) {
  const request = { query, variables: { subjects: names.map((name) => ({ name })), ...variables } };
  return JSON.parse(JSON.stringify(await sanctions.execute(request, callerOf('analyst'))));
}
const found = async (...asked: Parameters<typeof screen>) => {
  const { data, errors } = await screen(...asked);
  expect(errors).toBeUndefined();
  return data.screenNames.map(({ matches }: { matches: { actor: { name: string } }[] }) =>
    matches.map(({ actor }) => actor.name),
  );
};

let store: TestStore;
let sanctions: Subgraph;
beforeAll(async () => {
  store = await openTestStore();
  for (const [day, rows] of Object.entries(sdn))
    await publish(store, day, {
      'sdn.csv': rows,
      ...(day >= '2024-02-01' ? { 'cons_prim.csv': consolidated } : {}),
    });
  sanctions = await openSanctions({ ...store, logger, now: () => new Date('2024-04-01T00:00:00Z') });
});
afterAll(async () => {
  await sanctions.close();
  await store.close();
});

const [left, stayed, came, elsewhere] = [
  ['VELIKOV, Ivan'],
  ['MORDANOV, Mikhail'],
  ['TARIQ, Mahmud'],
  ['MALLOWBY, Peter'],
];

it.each([
  [{}, [[], stayed, came, elsewhere, []]],
  [{ asOf: '2024-04-01' }, [[], stayed, came, elsewhere, []]],
  [{ asOf: '2024-03-01' }, [[], stayed, came, elsewhere, []]],
  [{ asOf: '2024-02-29' }, [[], stayed, [], elsewhere, []]],
  [{ asOf: '2024-02-01' }, [[], stayed, [], elsewhere, []]],
  [{ asOf: '2024-01-31' }, [left, stayed, [], [], []]],
  [{ lists: ['ofac-sdn'] }, [[], stayed, came, [], []]],
  [{ lists: ['ofac-cons'] }, [[], [], [], elsewhere, []]],
  [{ lists: ['ofac-cons', 'ofac-sdn', 'ofac-sdn'] }, [[], stayed, came, elsewhere, []]],
  [{ asOf: '2024-01-05', lists: ['ofac-sdn'] }, [left, stayed, [], [], []]],
])('%j is screened against what was listed then', async (asked, expected) => {
  expect(await found(sanctions, asked)).toEqual(expected);
});

it.each(Object.keys(sdn))('gives what a store gives whose newest version is of %s', async (day) => {
  const alone = await openTestStore();
  await publish(alone, day, { 'sdn.csv': sdn[day] ?? [] });
  const oracle = await openSanctions({ ...alone, logger, now: () => new Date('2024-04-01T00:00:00Z') });
  const { data } = await screen(sanctions, { asOf: day, lists: ['ofac-sdn'] });
  expect(data).toEqual((await screen(oracle)).data);
  await oracle.close();
  await alone.close();
});

it.each([
  [{ asOf: '2023-12-31' }, 'UNKNOWN_LIST', /^no version of any list of 2023-12-31 or before/],
  [{ asOf: '2024-01-31', lists: ['ofac-cons'] }, 'UNKNOWN_LIST', /the first is of 2024-02-01/],
  [{ lists: ['ofac-sdm'] }, 'UNKNOWN_LIST', /"ofac-sdm"/],
  [{ lists: [] }, 'BAD_USER_INPUT', /^lists: /],
  [{ asOf: '2024-04-03' }, 'COVERAGE_GAP', /2024-04-03/],
])('%j is an error, never "none"', async (asked, code, message) => {
  const { data, errors } = await screen(sanctions, asked);
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
});

it('rejects versions that were too old on that day, and no others, where the deployment rejects old lists', async () => {
  const strict = await openSanctions({
    ...store,
    logger,
    now: () => new Date('2024-04-01T00:00:00Z'),
    listMaxAgeDays: 7,
    listAgeAction: 'error',
  });
  const asked: { asOf?: string; lists?: readonly string[] }[] = [
    {},
    { lists: ['ofac-sdn'] },
    { asOf: '2024-04-01' },
    { asOf: '2024-02-09' },
    { asOf: '2024-02-08' },
    { asOf: '2024-01-01', lists: ['ofac-sdn'] },
  ];
  // Without `actor`: its facts are those of today, of lists that are too old.
  const query =
    'query($asOf: Date, $lists: [ID!]) { screenNames(subjects: [{ name: "Ivan Velikov" }], asOf: $asOf, lists: $lists) { matches { matchedName } } }';
  const codes = [];
  for (const variables of asked) {
    const { errors } = JSON.parse(
      JSON.stringify(await strict.execute({ query, variables }, callerOf('analyst'))),
    );
    codes.push(errors?.[0].extensions.code ?? null);
  }
  await strict.close();
  expect(codes).toEqual(['LIST_STALE', 'LIST_STALE', 'LIST_STALE', 'LIST_STALE', null, null]);
});

it('what is asked at the same time is made once a scope, and none is mixed up', async () => {
  const asked = Array.from({ length: 12 }, (_, i) => Object.keys(sdn)[i % 3] ?? '');
  const answers = await Promise.all(asked.map((asOf) => screen(sanctions, { asOf })));
  const versions = answers.map(({ data }) =>
    data.screenNames[0].versions.find(({ list }: { list: string }) => list === 'ofac-sdn'),
  );
  expect(versions).toEqual(asked.map((version) => ({ list: 'ofac-sdn', version })));
});
