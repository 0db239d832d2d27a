import { callerOf } from '../../../support/identities';
import { type CustomersUp, customersUp } from '../../../support/customersUp';
import { listEntry } from '../../../support/listEntries';

let up: CustomersUp;
beforeAll(async () => {
  up = await customersUp();
});
afterAll(() => up.close());

const velikov = listEntry('1', 'VELIKOV, Ivan', {
  births: [{ text: '04 Mar 1961', from: '1961-03-04', to: '1961-03-04', circa: false }],
});
const heron = listEntry('2', 'GREY HERON TRADING', { kind: 'ORGANISATION' });
const elise = listEntry('3', 'TARNOW, Elise');
const others = Array.from({ length: 30 }, (_, i) => listEntry(String(100 + i), `PARTY NUMBER${i}`));

const matchesOf = async (id: string) =>
  up.ask(
    'query($id: ID!) { customer(id: $id) { state upToDate matches { list entry score version isPresent evidence { matchedName queryName } } } }',
    { id },
  );
const alerts = async (caller = callerOf('analyst')) =>
  (
    await up.ask(
      '{ screeningAlerts { nodes { number change cause versionBefore version match { list entry customer { ownId } } } } }',
      {},
      caller,
    )
  ).data.screeningAlerts.nodes;
const seen = async () =>
  (await alerts()).map(
    ({
      change,
      cause,
      match,
    }: {
      change: string;
      cause: string;
      match: { entry: string; customer: { ownId: string } };
    }) => `${match.customer.ownId} ${match.entry} ${change} ${cause}`,
  );

it('is not clear while no list is imported', async () => {
  await up.record({ id: 'a', name: 'Ivan Velikov', birthDate: '1961-03-04', kind: 'PERSON' });
  await up.record({ id: 'b', name: 'Greta Nobody' });
  const { data, errors } = await matchesOf('operator:b');
  expect(data.customer).toEqual({ state: 'PENDING', upToDate: false, matches: null });
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_SCREENED' } }]);
});

it('is screened when a list comes, and a match is an alert', async () => {
  await up.publish('test-list', '2024-01-01', [velikov, heron, ...others]);
  await up.screened();
  const { data } = await matchesOf('operator:a');
  expect(data.customer).toMatchObject({
    state: 'SCREENED',
    upToDate: true,
    matches: [{ list: 'test-list', entry: '1', score: 1, version: '2024-01-01', isPresent: true }],
  });
  expect((await matchesOf('operator:b')).data.customer).toEqual({
    state: 'SCREENED',
    upToDate: true,
    matches: [],
  });
  expect(await seen()).toEqual(['a 1 APPEARED CUSTOMER_RECORDED']);
});

it('is screened when it comes or changes', async () => {
  await up.record({ id: 'c', name: 'Grey Heron Trading Ltd', kind: 'ORGANISATION' });
  await up.record({ id: 'b', name: 'Greta Nobody', aliases: ['Velikov Ivan'] });
  await up.screened();
  expect((await seen()).slice(1).sort()).toEqual([
    'b 1 APPEARED CUSTOMER_CHANGED',
    'c 2 APPEARED CUSTOMER_RECORDED',
  ]);
  await up.record({ id: 'b', name: 'Greta Nobody' });
  await up.screened();
  expect((await seen()).at(-1)).toBe('b 1 GONE CUSTOMER_CHANGED');
});

it('is screened against what changed in a version, with why now', async () => {
  await up.record({ id: 'd', name: 'Elise Tarnow' });
  await up.screened();
  const before = (await seen()).length;
  await up.publish('test-list', '2024-02-01', [
    { ...velikov, aliases: heron.aliases, title: 'x' },
    elise,
    ...others,
  ]);
  await up.screened();
  expect((await seen()).slice(before).sort()).toEqual(['c 2 GONE ENTRY_REMOVED', 'd 3 APPEARED ENTRY_ADDED']);
  const last = (await alerts()).at(-1);
  expect(last).toMatchObject({ versionBefore: '2024-01-01', version: '2024-02-01' });
  const { runs } = (await up.ask('{ customerScreening { runs { kind customers scored alerts } } }')).data
    .customerScreening;
  expect(runs[0]).toEqual({ kind: 'DELTA', customers: 4, scored: 2, alerts: 2 });
});

it('comes back where a version is withdrawn', async () => {
  const before = (await seen()).length;
  await up.withdraw('test-list', '2024-02-01');
  await up.screened();
  expect((await seen()).slice(before).sort()).toEqual(['c 2 APPEARED ENTRY_ADDED', 'd 3 GONE ENTRY_REMOVED']);
});

it('is numbered without a gap, and shows a partner only its own', async () => {
  const north = callerOf('partner', 'north');
  await up.record({ id: 'n', name: 'Velikov, Ivan' }, north);
  await up.screened();
  expect((await alerts()).map(({ number }: { number: number }) => number)).toEqual(
    (await alerts()).map((_: unknown, i: number) => i + 1),
  );
  expect(await alerts(north)).toMatchObject([{ number: 1, match: { entry: '1', customer: { ownId: 'n' } } }]);
  const asked = await up.ask(
    '{ customerMatches { totalCount nodes { customer { id } } } screeningAlerts(venue: "south") { nodes { id } } }',
    {},
    north,
  );
  expect(asked.data).toEqual({
    customerMatches: { totalCount: 1, nodes: [{ customer: { id: 'venue.north:n' } }] },
    screeningAlerts: { nodes: [] },
  });
});

it('tells a partner nothing of the number of others’ customers', async () => {
  const query = '{ customerScreening { upToDate runs { customers scored alerts } } }';
  const own = (await up.ask(query, {}, callerOf('partner', 'north'))).data.customerScreening;
  expect(own.upToDate).toBe(true);
  expect(own.runs[0]).toEqual({ customers: null, scored: null, alerts: null });
});

it('is not clear by a list that is older than the operator allows', async () => {
  const strict = await customersUp({ listMaxAgeDays: 30, listAgeAction: 'error' });
  try {
    await strict.publish('test-list', '2024-05-20', [velikov, ...others]);
    await strict.record({ id: 'a', name: 'Greta Nobody' });
    await strict.screened();
    const query = '{ customer(id: "operator:a") { state matches { entry } } }';
    expect((await strict.ask(query)).data.customer.matches).toEqual([]);
    strict.clock.now = new Date('2024-08-01T12:00:00Z');
    const { data, errors } = await strict.ask(query);
    expect(data.customer).toEqual({ state: 'SCREENED', matches: null });
    expect(errors).toMatchObject([{ extensions: { code: 'LIST_STALE' } }]);
  } finally {
    await strict.close();
  }
});
