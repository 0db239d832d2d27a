import fc from 'fast-check';
import { createLogger } from '../../../../shared/logger/logger';
import type { EventDraft } from '../../../../subgraphs/enforcement/ledger/events';
import { eventOf } from '../../../../subgraphs/enforcement/ledger/events';
import { rebuildProjections } from '../../../../subgraphs/enforcement/projection/rebuild';
import { projections } from '../../../../subgraphs/enforcement/ledger/projections';
import {
  connectEnforcement,
  type EnforcementDatabase,
} from '../../../../subgraphs/enforcement/connectEnforcement';
import { openEnforcement } from '../../../../subgraphs/enforcement/openEnforcement';
import { createCatchUp } from '../../../../subgraphs/enforcement/projection/catchUp';
import { measureKinds } from '../../../../subgraphs/enforcement/vocabulary/measureKinds';
import { accountFact, draft, measureFact, someSource, venueFact } from '../../../support/enforcementFacts';
import { openTestStore, type TestStore } from '../../../support/openTestStore';

let store: TestStore;
let databases: EnforcementDatabase[];
let one: EnforcementDatabase;

beforeAll(async () => {
  store = await openTestStore();
  // Three processes over one database, as far as a view can tell.
  databases = await Promise.all([0, 1, 2].map(() => connectEnforcement(store)));
  one = databases[0]!;
});
afterAll(async () => {
  await Promise.all(databases.map(({ connection }) => connection.close()));
  await store.close();
});

const text = (day: number) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString();
const accountIds = ['v:1', 'v:2', 'v:3'];
const asset = 'eip155:1/slip44:60';

/**
 * Commands in any order, also on missing records: a projection of them must not depend on who projects when.
 */
const someDraft: fc.Arbitrary<EventDraft> = fc
  .record({
    what: fc.constantFrom(
      'account',
      'measure',
      'end',
      'both',
      'holding',
      'move',
      'observe',
      'retract',
      'valuation',
    ),
    accountId: fc.constantFrom(...accountIds),
    measure: fc.integer({ min: 1, max: 6 }),
    kind: fc.constantFrom(...measureKinds),
    day: fc.integer({ min: 0, max: 300 }),
    amount: fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String),
  })
  .map(({ what, accountId, measure, kind, day, amount }) => {
    const id = `m:${measure}`;
    const fact = measureFact({ id, accountId, kind, from: text(day) });
    const change = { measureId: `m:${1 + (measure % 6)}`, to: text(day + 5), endReason: 'EXPIRY' as const };
    const place = { accountId, venueId: 'v', asset, illustrative: true, source: someSource };
    switch (what) {
      case 'account':
        return draft('ACCOUNT_REGISTERED', { venues: [venueFact('v')], accounts: [accountFact(accountId)] });
      case 'measure':
        return draft('MEASURE_TAKEN', { measures: [fact] });
      case 'end':
        return draft('MEASURE_ENDED', { measureChanges: [change], reason: 'over' });
      case 'both':
        return draft('MEASURE_TAKEN', {
          measures: [fact],
          measureChanges: [change],
          movements: [{ ...place, column: 'seized', amount }],
        });
      case 'holding':
        return draft('HOLDING_REGISTERED', {
          holdings: [
            {
              ...place,
              amounts: {
                frozen: amount,
                inflow: null,
                held: amount,
                seized: null,
                released: null,
                destroyed: null,
              },
            },
          ],
        });
      case 'move':
        return draft('AMOUNT_TRANSFERRED', { movements: [{ ...place, column: 'inflow', amount }] });
      case 'observe':
        return draft('AMOUNT_OBSERVED', { observations: [{ ...place, column: 'held', amount }] });
      case 'retract':
        return draft('CORRECTED', { corrects: 1, reason: 'wrong', retracted: [{ view: 'measures', id }] });
      case 'valuation':
        return draft('VALUATION_RECORDED', {
          valuations: [
            {
              id: `w:${day}`,
              about: { kind: 'INCIDENT', incidentId: 'i:1' },
              valuation: {
                usdCents: amount,
                time: { text: 'then', from: null, to: null },
                source: someSource,
              },
              illustrative: true,
            },
          ],
        });
    }
  });

/** All rows of all views, as they are stored. */
async function everything({ rows }: EnforcementDatabase) {
  const all: Record<string, unknown[]> = {};
  for (const { name } of projections) {
    all[name] = [];
    for await (const row of rows.inOrder(name)) all[name].push(row);
  }
  return all;
}

describe('the views', () => {
  it('equal a rebuild after any history, whoever caught them up, and when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(someDraft, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        async (steps) => {
          for (const [i, step] of steps.entries()) {
            const writer = databases[i % 3]!;
            const appending = writer.ledger.append(step.map(eventOf));
            // Some catch up in the middle, some at the end, some not at all.
            await Promise.all([appending, ...databases.slice(0, i % 4).map(({ catchUp }) => catchUp())]);
          }
          await Promise.all(databases.map(({ catchUp }) => catchUp()));
          const before = await everything(one);
          expect((await one.rebuild()).differences).toBe(0);
          expect(await everything(one)).toEqual(before);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('of an older version are made anew at each start until a rebuild was not cut off', async () => {
    await one.ledger.append(
      [draft('ACCOUNT_REGISTERED', { venues: [venueFact('w')], accounts: [accountFact('w:1')] })].map(
        eventOf,
      ),
    );
    await one.catchUp.settle();
    const right = await everything(one);
    await one.records.accounts.updateOne({ _id: 'w:1' }, { $set: { venueId: 'as it was then' } });
    await one.records.projectionCursors.updateOne({ _id: 'accounts' }, { $set: { version: 1 } });
    const { ledger, rows: live, readEvent } = one;
    const cutOff = {
      ...live,
      cursors: async () => new Map(),
      write: () => Promise.reject(new Error('killed')),
    };
    await expect(
      rebuildProjections({ ledger, views: projections, derived: [], readEvent, live, scratch: cutOff }),
    ).rejects.toThrow('killed');
    await (await openEnforcement({ ...store, logger: createLogger('enforcement', 'silent') })).close();
    expect(await everything(one)).toEqual(right);
    const now = projections.find(({ name }) => name === 'accounts')?.version;
    expect(await one.records.projectionCursors.findById('accounts').lean()).toMatchObject({ version: now });
  });

  it('that somebody edited are found by a rebuild and mended, and nothing else is', async () => {
    await one.ledger.append(
      [
        draft('ACCOUNT_REGISTERED', { venues: [venueFact('v')], accounts: accountIds.map(accountFact) }),
        draft('MEASURE_TAKEN', {
          measures: [1, 2, 3].map((n) =>
            measureFact({ id: `t:${n}`, accountId: `v:${n}`, kind: 'FREEZE', from: text(n) }),
          ),
        }),
      ].map(eventOf),
    );
    // Events behind which the cursors lag are projected again, and are no difference.
    await one.catchUp.settle();
    const right = await everything(one);
    const { measures, accounts, projectionCursors } = one.records;
    await measures.collection.updateOne({ _id: 't:1' as never }, { $set: { to: new Date(0) } });
    await measures.collection.deleteOne({ _id: 't:2' as never });
    await accounts.collection.updateOne({ _id: 'v:1' as never }, { $unset: { sequence: 1 } });
    await accounts.collection.insertOne({ _id: 'v:ghost', venueId: 'v', sequence: 1 } as never);
    expect(await one.rebuild()).toMatchObject({ differences: 4 });
    expect(await everything(one)).toEqual(right);

    await projectionCursors.updateOne({ _id: 'measures' }, { $set: { sequence: 9e9 } });
    await expect(one.rebuild()).rejects.toMatchObject({ name: 'LedgerDamaged' });
    expect(await one.rebuild({ acceptLoss: true })).toMatchObject({ differences: 1 });
    await one.ledger.append([
      eventOf(
        draft('MEASURE_TAKEN', {
          measures: [measureFact({ id: 't:4', accountId: 'v:1', kind: 'FLAG', from: text(4) })],
        }),
      ),
    ]);
    await one.catchUp();
    expect(await measures.countDocuments({ _id: 't:4' })).toBe(1);
    expect(await one.rebuild()).toMatchObject({ differences: 0 });
  });

  it('are whole where a catch-up was cut off between any two of its writes', async () => {
    const facts = [1, 2, 3].map((n) =>
      draft('MEASURE_TAKEN', {
        measures: [measureFact({ id: `cut:${n}`, accountId: 'v:1', kind: 'FREEZE', from: text(n) })],
        movements: [
          {
            accountId: 'v:1',
            venueId: 'v',
            asset,
            illustrative: true,
            source: someSource,
            column: 'seized',
            amount: '7',
          },
        ],
      }),
    );
    for (let cut = 0; cut < 6; cut++) {
      await one.ledger.append(facts.map((fact) => eventOf(fact)));
      let writes = 0;
      const rows = {
        ...one.rows,
        write: (...given: Parameters<typeof one.rows.write>) =>
          writes++ === cut ? Promise.reject(new Error('killed')) : one.rows.write(...given),
        advance: (...given: Parameters<typeof one.rows.advance>) =>
          writes++ === cut ? Promise.reject(new Error('killed')) : one.rows.advance(...given),
      };
      await createCatchUp({ ledger: one.ledger, rows, views: projections, readEvent: one.readEvent })().catch(
        (error: unknown) => expect((error as Error).message).toBe('killed'),
      );
      await databases[1]!.catchUp();
      expect((await one.rebuild()).differences).toBe(0);
    }
  });

  it('leave no collection of a rebuild behind', async () => {
    await one.rebuild();
    const names = (await one.connection.listCollections()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('rebuild_'))).toEqual([]);
  });

  it('of a store from before the ledger are rejected at the start, with the remedy, and not changed', async () => {
    const older = { mongoUrl: store.mongoUrl, databasePrefix: `${store.databasePrefix}_older` };
    const { connection, records } = await connectEnforcement(older);
    await records.accounts.collection.insertOne({ _id: 'v:1', venueId: 'v', illustrative: true } as never);
    await expect(connectEnforcement(older)).rejects.toMatchObject({
      name: 'StoreOutdated',
      message: expect.stringMatching(/from before Cordon kept a ledger.*--data-dir/),
    });
    expect(await records.accounts.countDocuments({})).toBe(1);
    await connection.close();
  });
});
