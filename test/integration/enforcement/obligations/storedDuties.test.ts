import fc from 'fast-check';
import type { Identity } from '../../../../shared/identity/identity';
import { createLogger } from '../../../../shared/logger/logger';
import { orderOf } from '../../../../subgraphs/enforcement/obligation/obligation.rules';
import { newYorkDay } from '../../../../subgraphs/enforcement/law/newYorkDay.rules';
import { derivedRowsStore } from '../../../../subgraphs/enforcement/obligation/projection/derivedRows.store';
import type { DutyRecord } from '../../../../subgraphs/enforcement/obligation/projection/duty.record';
import { openEnforcement } from '../../../../subgraphs/enforcement/openEnforcement';
import { person } from '../../../support/commandsUp';
import { designationFact, draft, measureFact, venueFact } from '../../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { obligationsDerived } from '../../../support/obligationsDerived';
import { openTestStore, type TestStore } from '../../../support/openTestStore';
import { dutyCallers as callers, dutyWorld, instantOf, someDutyAct } from '../../../support/randomDuties';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const fields =
  'id kind state arisesOn rule about note accounts ownerRole illustrative dueOn dueAt metBy { id }';

interface Shown {
  readonly id: string;
}
interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly Shown[];
}

/** All pages of a list as one. */
async function listed(up: EnforcementUp, filter: string, caller: Identity): Promise<Listed> {
  const nodes: Shown[] = [];
  for (let after = ''; ;) {
    const query = `{ obligations(first: 4 ${filter} ${after}) { totalCount nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
    const { obligations } = await up.data(query, {}, caller);
    nodes.push(...obligations.nodes);
    if (!obligations.pageInfo.hasNextPage) return { totalCount: obligations.totalCount, nodes };
    after = `after: "${obligations.pageInfo.endCursor}"`;
  }
}

const instant = (at: Date) => at.toISOString().replace('.000Z', 'Z');

async function derived(up: EnforcementUp, caller: Identity, now: Date) {
  const found = await obligationsDerived(up.database, caller, now);
  expect(found.map(orderOf)).toEqual(found.map(orderOf).sort());
  return found.map((one) => ({
    filter: { state: one.state, dueOn: one.dueOn, accountId: one.accountId },
    shown: {
      id: one.id,
      kind: one.kind,
      state: one.state,
      arisesOn: one.arisesOn,
      rule: one.rule,
      about: one.about,
      note: one.note,
      accounts: one.accounts,
      ownerRole: one.ownerRole,
      illustrative: one.illustrative,
      dueOn: one.kind === 'UNDETERMINED' ? null : one.dueOn,
      dueAt: one.kind === 'UNDETERMINED' ? null : instant(one.dueAt),
      metBy: one.metBy && { id: one.metBy._id },
    },
  }));
}

const times = [-100, 24 * 10, 24 * 30 + 7, 24 * 42, 24 * 90, 24 * 172, 24 * 400, 24 * 2000];

it('pages of obligations are what the rules derive of all acts, for any caller at any instant, after any history', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someDutyAct, { minLength: 20, maxLength: 45 }),
      fc.integer({ min: 0, max: callers.length - 1 }),
      async (events, shift) => {
        const clock = { now: new Date(instantOf(0)) };
        const up = await enforcementUp(() => clock.now, { on: store });
        const half = events.length >> 1;
        await up.record(dutyWorld, ...events.slice(0, half));
        await up.data('{ obligations { totalCount } }');
        await up.record(...events.slice(half));
        const last = callers[(times.length - 1 + shift) % callers.length]!;
        for (const [n, time] of times.entries()) {
          clock.now = new Date(instantOf(time));
          const caller = callers[(n + shift) % callers.length]!;
          const day = newYorkDay(clock.now);
          await up.data('{ obligations { totalCount } }');
          const all = await derived(up, caller, clock.now);
          const fitting: Readonly<Record<string, (one: (typeof all)[number]['filter']) => boolean>> = {
            '': () => true,
            'state: LATE': ({ state }) => state === 'LATE',
            'state: OPEN': ({ state }) => state === 'OPEN',
            'state: MET': ({ state }) => state === 'MET',
            'state: UNDETERMINED': ({ state }) => state === 'UNDETERMINED',
            [`dueBefore: "${day}"`]: ({ dueOn }) => dueOn < day,
            'dueBefore: "2024-07-03"': ({ dueOn }) => dueOn < '2024-07-03',
            'state: OPEN dueBefore: "2025-09-01"': ({ state, dueOn }) =>
              state === 'OPEN' && dueOn < '2025-09-01',
          };
          const [whole, ...others] = Object.entries(fitting);
          // Three filters at each instant, so that all come up.
          for (const [filter, fits] of [whole!, others[n % 7]!, others[(n + 3 + shift) % 7]!]) {
            const expected = all.filter((one) => fits(one.filter)).map(({ shown }) => shown);
            expect([caller.subject, time, filter, await listed(up, filter, caller)]).toEqual([
              ...[caller.subject, time, filter],
              { totalCount: expected.length, nodes: expected },
            ]);
          }
        }
        // Those of each account are those of the list that are about it.
        const { accounts } = await up.data(
          `{ accounts(first: 200) { nodes { id obligations { ${fields} } } } }`,
          {},
          last,
        );
        const all = await derived(up, last, clock.now);
        expect(accounts.nodes).toEqual(
          accounts.nodes.map(({ id }: Shown) => ({
            id,
            obligations: all.flatMap(({ filter, shown }) => (filter.accountId === id ? [shown] : [])),
          })),
        );
        await up.database.catchUp.settle();
        expect(await up.database.compare()).toMatchObject({ total: 0, differences: [] });
        expect(await up.database.rebuild()).toMatchObject({ differences: 0 });
        await up.close();
      },
    ),
    { numRuns: 2, endOnFailure: true },
  );
});

const block = (id: string, accountId: string, from: number) =>
  measureFact({
    id,
    accountId,
    kind: 'BLOCK',
    from: instantOf(from),
    processIds: ['ofac'],
    observed: false,
    illustrative: false,
  });

it('the passing of time makes a duty late, and brings annual reports, without an event', async () => {
  const clock = { now: new Date(instantOf(-24)) };
  const up = await enforcementUp(() => clock.now, { on: store });
  await up.record(
    dutyWorld,
    draft('PROCESS_RECORDED', { processes: [designationFact(['v:1'])] }),
    draft('MEASURE_TAKEN', { measures: [block('b', 'v:1', 0)] }),
  );
  const states = async () => {
    const { nodes } = (await up.data('{ obligations { nodes { id state } } }')).obligations;
    return nodes.map(({ id, state }: { id: string; state: string }) => `${id} ${state}`);
  };
  expect(await states()).toEqual([]);
  const seen = [];
  for (const days of [1, 30, 366 * 3]) {
    clock.now = new Date(instantOf(24 * days));
    seen.push(await states());
  }
  expect(seen).toEqual([
    ['initial-report:b OPEN'],
    ['initial-report:b LATE'],
    [
      'initial-report:b LATE',
      'annual-report:v:2024 LATE',
      'annual-report:v:2025 LATE',
      'annual-report:v:2026 LATE',
    ],
  ]);
  await up.close();
});

it('rows of duties that were edited or removed are found and made anew', async () => {
  const up = await enforcementUp(new Date(instantOf(24 * 400)), { on: store });
  await up.record(
    dutyWorld,
    draft('PROCESS_RECORDED', { processes: [designationFact(['v:1', 'v:2'])] }),
    draft('MEASURE_TAKEN', { measures: [block('b1', 'v:1', 0), block('b2', 'v:2', 0)] }),
  );
  const ids = async () => (await listed(up, '', person('analyst', 'ann'))).nodes;
  const right = await ids();
  expect(right).toHaveLength(3);
  await up.database.catchUp.settle();
  await up.records.duties.collection.deleteMany({ accountId: 'v:1' });
  await up.records.blockedYears.collection.updateOne({ knownTo: 'ALL' }, { $set: { last: 2024 } });
  await up.records.annualYears.collection.updateOne({ venueId: 'v' }, { $set: { years: [2024, 2024] } });
  const comparison = await up.database.compare();
  expect(comparison.differences.every(({ view }) => view === 'duties')).toBe(true);
  expect(comparison.total).toBeGreaterThanOrEqual(2);
  expect(await up.database.rebuild()).toMatchObject({ differences: comparison.total });
  expect(await ids()).toEqual(right);
  expect(await up.database.compare()).toMatchObject({ total: 0 });
  await up.close();
});

it('a writer that is behind brings back no duty that a correction took away', async () => {
  const up = await enforcementUp(new Date(instantOf(24 * 400)), { on: store });
  await up.record(
    dutyWorld,
    draft('PROCESS_RECORDED', { processes: [designationFact(['v:1'])] }),
    draft('MEASURE_TAKEN', { measures: [block('b', 'v:1', 0)] }),
  );
  await up.database.catchUp.settle();
  const { duties } = up.records;
  const stale = await duties.collection.find({ accountId: 'v:1' }).toArray();
  const late = derivedRowsStore<DutyRecord>(duties.collection);
  const rows = (await late.stored(['v:1'])).get('v:1')!;
  await up.record(
    draft('CORRECTED', { corrects: 3, reason: 'wrong', retracted: [{ view: 'measures', id: 'b' }] }),
  );
  const count = async () => (await up.data('{ obligations { totalCount } }')).obligations.totalCount;
  expect([stale.length, rows.length, await count()]).toEqual([2, 1, 0]);
  await late.write(new Map([['v:1', [...rows, { ...rows[0]!, _id: 'v:1 of another act' }]]]), 3);
  expect(await count()).toBe(0);
  await up.close();
});

it('a store of an older version gets its duties when it is opened, beside a process that goes on', async () => {
  const up = await enforcementUp(new Date(instantOf(24 * 400)), { on: store });
  await up.record(
    dutyWorld,
    draft('PROCESS_RECORDED', { processes: [designationFact(['v:1'])] }),
    draft('MEASURE_TAKEN', { measures: [block('b', 'v:1', 0)] }),
  );
  await up.database.catchUp.settle();
  const goesOn = async () => {
    await up.record(draft('VENUE_REGISTERED', { venues: [venueFact('another')] }));
    await up.database.catchUp.settle();
  };
  for (const name of ['duties', 'blockedYears', 'annualYears'] as const) {
    await up.records[name].collection.deleteMany({});
    await up.records.projectionCursors.deleteMany({ _id: name });
  }
  await goesOn();
  const databasePrefix = up.database.connection.name.replace(/_enforcement$/, '');
  const logger = createLogger('enforcement', 'silent');
  const subgraph = await openEnforcement({ mongoUrl: store.mongoUrl, databasePrefix, logger });
  const query = '{ obligations(dueBefore: "2024-12-31") { totalCount nodes { id } } }';
  const { data } = await subgraph.execute({ query }, person('analyst', 'ann'));
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    obligations: {
      totalCount: 2,
      nodes: [{ id: 'initial-report:b' }, { id: 'annual-report:v:2024' }],
    },
  });
  await subgraph.close();
  await up.close();
});
