import fc from 'fast-check';
import {
  type MeasureKind,
  measureKinds,
  statusUnder,
} from '../../../subgraphs/enforcement/vocabulary/measureKinds';
import type { EventDraft } from '../../../subgraphs/enforcement/ledger/events';
import { createLogger } from '../../../shared/logger/logger';
import { connectEnforcement } from '../../../subgraphs/enforcement/connectEnforcement';
import { openEnforcement } from '../../../subgraphs/enforcement/openEnforcement';
import { accountFact, draft, measureFact, venueFact } from '../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../support/enforcementUp';
import { callerOf } from '../../support/identities';
import { databasesOn, openTestStore, type TestStore } from '../../support/openTestStore';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const text = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString();
const accounts = ['v:1', 'v:2', 'v:3', 'w:1', 'w:2'];
const statuses = ['OPEN', ...measureKinds.map((kind) => statusUnder[kind])];

/** Commands on a few accounts: measures with and without an end, ends known late, corrections that move one, retractions. */
const someDraft: fc.Arbitrary<EventDraft> = fc
  .record({
    what: fc.constantFrom('take', 'take', 'take', 'end', 'reopen', 'retract', 'account', 'retractAccount'),
    accountId: fc.constantFrom(...accounts),
    measure: fc.integer({ min: 1, max: 7 }),
    kind: fc.constantFrom<MeasureKind>(...measureKinds),
    day: fc.integer({ min: 0, max: 20 }),
    length: fc.option(fc.integer({ min: 0, max: 15 })),
  })
  .map(({ what, accountId, measure, kind, day, length }) => {
    const id = `m:${measure}`;
    const to = length === null ? null : text(day + length);
    const ended = { to, endReason: to === null ? null : ('EXPIRY' as const) };
    const retracted = { corrects: 1, reason: 'wrong' };
    switch (what) {
      case 'take':
        return draft('MEASURE_TAKEN', {
          measures: [measureFact({ id, accountId, kind, from: text(day), ...ended })],
        });
      case 'end':
        return draft('MEASURE_ENDED', {
          measureChanges: [{ measureId: id, to: text(day), endReason: 'EXPIRY' }],
          reason: 'over',
        });
      case 'reopen':
        return draft('MEASURE_CONFIRMED', { measureChanges: [{ measureId: id, to: null, endReason: null }] });
      case 'retract':
        return draft('CORRECTED', { ...retracted, retracted: [{ view: 'measures', id }] });
      case 'account':
        return draft('ACCOUNT_REGISTERED', { accounts: [accountFact(accountId)] });
      case 'retractAccount':
        return draft('CORRECTED', { ...retracted, retracted: [{ view: 'accounts', id: accountId }] });
    }
  });

type Page = {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
};

/** The accounts of each status at an instant, as pages of one list. */
async function listed(up: EnforcementUp, asOf: string, caller = callerOf('analyst')) {
  const ids = Object.fromEntries(statuses.map((status) => [status, [] as string[]]));
  let open = new Map(statuses.map((status) => [status, '']));
  while (open.size > 0) {
    const fields = [...open].map(
      ([status, after]) =>
        `${status}: accounts(status: ${status}, asOf: "${asOf}", first: 3 ${after && `after: "${after}"`}) {
          totalCount nodes { id } pageInfo { hasNextPage endCursor } }`,
    );
    const pages = (await up.data(`{ ${fields.join(' ')} }`, {}, caller)) as Record<string, Page>;
    open = new Map();
    for (const [status, { nodes, totalCount, pageInfo }] of Object.entries(pages)) {
      ids[status]!.push(...nodes.map(({ id }) => id));
      if (pageInfo.hasNextPage) open.set(status, pageInfo.endCursor);
      else expect([status, totalCount]).toEqual([status, ids[status]!.length]);
    }
  }
  return ids;
}

it('an account is listed under its status at any instant, and under no other, after any history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someDraft, { minLength: 8, maxLength: 30 }), async (events) => {
      const up = await enforcementUp(undefined, { on: store });
      const half = events.length >> 1;
      await up.record(
        draft('VENUE_REGISTERED', { venues: [venueFact('v'), venueFact('w')] }),
        draft('ACCOUNT_REGISTERED', { accounts: accounts.map(accountFact) }),
        ...events.slice(0, half),
      );
      await up.data('{ accounts { totalCount } }');
      await up.record(...events.slice(half));
      for (const asOf of [-500, 0, 7, 13, 20, 500].map(text)) {
        const query = 'query($asOf: DateTime) { accounts { nodes { id status(asOf: $asOf) } } }';
        const { nodes } = (await up.data(query, { asOf })).accounts as {
          nodes: { id: string; status: string }[];
        };
        const of = (prefix: string) =>
          Object.fromEntries(
            statuses.map((status) => [
              status,
              nodes.filter((one) => one.status === status && one.id.startsWith(prefix)).map(({ id }) => id),
            ]),
          );
        expect([asOf, await listed(up, asOf)]).toEqual([asOf, of('')]);
        expect([asOf, await listed(up, asOf, callerOf('partner', 'v'))]).toEqual([asOf, of('v:')]);
      }
      await up.database.catchUp.settle();
      expect(await up.database.compare()).toMatchObject({ total: 0 });
      expect(await up.database.rebuild()).toMatchObject({ differences: 0 });
      await up.close();
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

it('a status that was removed is found and made anew; it changes with time, without an event', async () => {
  const clock = { now: new Date(text(0)) };
  const up = await enforcementUp(() => clock.now, { on: store });
  await up.record(
    draft('VENUE_REGISTERED', { venues: [venueFact('v')] }),
    draft('ACCOUNT_REGISTERED', { accounts: ['v:1', 'v:2'].map(accountFact) }),
    draft('MEASURE_TAKEN', {
      measures: [
        measureFact({
          id: 'm',
          accountId: 'v:1',
          kind: 'FREEZE',
          from: text(2),
          to: text(4),
          endReason: 'EXPIRY',
        }),
      ],
    }),
  );
  const frozen = async () =>
    (await up.data('{ accounts(status: FROZEN) { totalCount nodes { id } } }')).accounts.nodes.length;
  const seen: number[] = [];
  for (const day of [1, 2, 3, 4]) {
    clock.now = new Date(text(day));
    seen.push(await frozen());
  }
  expect(seen).toEqual([0, 1, 1, 0]);
  await up.database.catchUp.settle();
  await up.records.accountStatuses.collection.deleteOne({ status: 'FROZEN' });
  expect(await up.database.compare()).toMatchObject({
    total: 1,
    differences: [{ view: 'accountStatuses', id: 'v:1', difference: 'EDITED' }],
  });
  expect(await up.database.rebuild()).toMatchObject({ differences: 1 });
  clock.now = new Date(text(3));
  expect(await frozen()).toBe(1);
  await up.close();
});

it('accounts of an instant are found behind thousands that had the status at another', async () => {
  const up = await enforcementUp(undefined, { on: store });
  const ids = Array.from({ length: 2_600 }, (_, n) => `v:${String(n).padStart(4, '0')}`);
  await up.record(
    draft('VENUE_REGISTERED', { venues: [venueFact('v')] }),
    draft('ACCOUNT_REGISTERED', { accounts: ids.map(accountFact) }),
    draft('MEASURE_TAKEN', {
      measures: ids.map((accountId, n) => {
        const from = text(n === 3 || n > 2_590 ? 1 : 9);
        return measureFact({ id: `m:${n}`, accountId, kind: 'FREEZE', from });
      }),
    }),
  );
  const early = ids.filter((_, n) => n === 3 || n > 2_590);
  const frozen = async (asOf: string, given: string, caller = callerOf('analyst')) =>
    (
      await up.data(
        `{ accounts(status: FROZEN, asOf: "${asOf}", ${given}) { totalCount nodes { id } } }`,
        {},
        caller,
      )
    ).accounts;
  const page = (totalCount: number, some: readonly string[]) => ({
    totalCount,
    nodes: some.map((id) => ({ id })),
  });
  for (const caller of [callerOf('analyst'), callerOf('partner', 'v')]) {
    expect(await frozen(text(5), 'first: 4', caller)).toEqual(page(early.length, early.slice(0, 4)));
    const after = Buffer.from('v:0003').toString('base64url');
    expect(await frozen(text(5), `first: 20, after: "${after}"`, caller)).toEqual(
      page(early.length, early.slice(1)),
    );
    expect(await frozen(text(60), 'first: 2', caller)).toEqual(page(ids.length, ids.slice(0, 2)));
  }
  await up.close();
});

it('a store of an older version gets its statuses when it is opened', async () => {
  const databases = databasesOn(store);
  const up = await enforcementUp(undefined, { existing: databases });
  await up.record(
    draft('ACCOUNT_REGISTERED', { venues: [venueFact('v')], accounts: [accountFact('v:1')] }),
    draft('MEASURE_TAKEN', {
      measures: [measureFact({ id: 'm', accountId: 'v:1', kind: 'BLOCK', from: text(2) })],
    }),
  );
  await up.database.catchUp.settle();
  // A server that still ran would move the cursor of the view that is taken away.
  await up.close();
  const { connection, records } = await connectEnforcement(databases);
  await records.accountStatuses.deleteMany({});
  await records.projectionCursors.deleteMany({ _id: 'accountStatuses' });
  await connection.close();
  const subgraph = await openEnforcement({ ...databases, logger: createLogger('enforcement', 'silent') });
  const query = '{ accounts(status: BLOCKED) { totalCount nodes { id } } }';
  const { data } = await subgraph.execute({ query }, callerOf('analyst'));
  expect(JSON.parse(JSON.stringify(data))).toEqual({ accounts: { totalCount: 1, nodes: [{ id: 'v:1' }] } });
  await subgraph.close();
  await databases.close();
});
