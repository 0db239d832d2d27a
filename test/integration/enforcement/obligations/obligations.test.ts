import { join } from 'node:path';
import { projectRoot } from '../../../../shared/config/projectRoot';
import type { MeasureFact } from '../../../../subgraphs/enforcement/measure/measure.facts';
import type { ProcessFact } from '../../../../subgraphs/enforcement/legalProcess/legalProcess.facts';
import {
  accountFact,
  designationFact,
  draft,
  measureFact,
  someSource,
  venueFact,
} from '../../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { callerOf } from '../../../support/identities';

const ether = 'eip155:1/slip44:60';
const ourBlock = (id: string, accountId: string, given: Partial<MeasureFact> = {}) =>
  measureFact({
    id,
    accountId,
    kind: 'BLOCK',
    processIds: ['ofac'],
    from: '2024-08-01T12:00:00.000Z',
    observed: false,
    maker: 'm',
    checker: 'c',
    illustrative: false,
    ...given,
  });

const licence: ProcessFact = {
  id: 'secret-licence',
  kind: 'LICENCE',
  authority: 'OFAC',
  docket: null,
  issued: null,
  served: '2024-11-01T00:00:00.000Z',
  effective: '2024-11-01T00:00:00.000Z',
  expiry: null,
  withdrawn: false,
  scope: ['one:c'],
  assets: null,
  disclosure: 'RESTRICTED',
  mayNotify: false,
  audience: [],
  illustrative: false,
  source: someSource,
};

let up: EnforcementUp;

beforeAll(async () => {
  up = await enforcementUp(new Date('2025-01-15T12:00:00Z'));
  await up.record(
    draft('ACCOUNT_REGISTERED', {
      venues: [venueFact('one'), venueFact('two')],
      accounts: ['one:a', 'one:b', 'one:c', 'one:d', 'two:a', 'two:seen'].map(accountFact),
    }),
    draft('PROCESS_RECORDED', { processes: [designationFact(['one:a', 'one:b', 'one:c', 'two:a'])] }),
    draft('MEASURE_TAKEN', {
      measures: [
        ourBlock('a', 'one:a'),
        ourBlock('b', 'one:b', { to: '2024-12-10T12:00:00.000Z', endReason: 'COURT_ORDER' }),
        ourBlock('c', 'one:c'),
        ourBlock('two', 'two:a', { from: '2025-01-10T12:00:00.000Z' }),
        ourBlock('seen', 'two:seen', { observed: true, maker: null, checker: null }),
        measureFact({
          id: 'emergency',
          accountId: 'one:d',
          kind: 'FREEZE',
          from: '2025-01-14T18:00:00.000Z',
          to: '2025-01-15T18:00:00.000Z',
          endReason: 'CHECK_LAPSED',
          emergency: true,
          observed: false,
          maker: 'm',
        }),
      ],
      processes: [licence],
    }),
    draft('MEASURE_ENDED', {
      measureChanges: [
        {
          measureId: 'c',
          to: '2024-12-01T12:00:00.000Z',
          endReason: 'LICENCE',
          endProcessIds: ['secret-licence'],
        },
      ],
      reason: 'licensed',
    }),
    {
      ...draft('AMOUNT_TRANSFERRED', {
        movements: [
          {
            accountId: 'one:a',
            venueId: 'one',
            asset: ether,
            illustrative: false,
            column: 'released',
            amount: '5',
            source: someSource,
          },
        ],
      }),
      happenedAt: '2025-01-10T12:00:00.000Z',
    },
    draft('REPORT_FILED', {
      reports: [
        {
          id: 'filed-1',
          kind: 'INITIAL_BLOCKING_REPORT',
          filedAt: '2024-08-12T12:00:00.000Z',
          filedBy: 'rosa',
          reference: 'ref-1',
          obligationIds: ['initial-report:a'],
          accountIds: ['one:a'],
          sha256: 'a'.repeat(64),
          illustrative: false,
        },
      ],
    }),
  );
});
afterAll(() => up.close());

const fields = `totalCount pageInfo { hasNextPage endCursor } nodes {
  id kind state dueOn rule ownerRole venue { id } account { id } measure { id } metBy { id filedBy reference sha256 filedAt }
}`;
const list = async (filter = '', caller = callerOf('reporting-officer')) =>
  (await up.data(`{ obligations${filter} { ${fields} } }`, {}, caller)).obligations;
const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);

const all = [
  'initial-report:b',
  'initial-report:c',
  'unblocking-report:b',
  'initial-report:a',
  'emergency-check:emergency',
  'initial-report:two',
];

describe('obligations', () => {
  it('are late ones first, then by due date, each with owner, rule and what it is about', async () => {
    const found = await list();
    const [transfer] = idsOf(found).filter((id) => id.startsWith('transfer-report:'));
    // Both were blocked and moved on the same day: 20 January 2025 is a holiday, and the tenth business day the 27th.
    expect(idsOf(found).filter((id) => id !== transfer)).toEqual(all);
    expect(found.totalCount).toBe(7);
    expect(found.nodes.map(({ state }: { state: string }) => state)).toEqual([
      ...['LATE', 'LATE', 'LATE'],
      ...['MET', 'OPEN', 'OPEN', 'OPEN'],
    ]);
    expect(found.nodes[0]).toMatchObject({
      kind: 'INITIAL_BLOCKING_REPORT',
      dueOn: '2024-08-15',
      rule: '31 CFR 501.603(b)(1)(i)',
      ownerRole: 'reporting-officer',
      venue: { id: 'one' },
      account: { id: 'one:b' },
      measure: { id: 'b' },
      metBy: null,
    });
    expect(found.nodes.at(-1).dueOn).toBe('2025-01-27');
  });

  it('take the day before which they are due, and the state', async () => {
    expect(idsOf(await list('(dueBefore: "2024-08-15")'))).toEqual([]);
    expect(idsOf(await list('(dueBefore: "2024-08-16", state: LATE)'))).toEqual(all.slice(0, 2));
    expect(idsOf(await list('(state: MET)'))).toEqual(['initial-report:a']);
    expect(idsOf(await list('(state: OPEN, dueBefore: "2025-01-20")'))).toEqual([
      'emergency-check:emergency',
    ]);
  });

  it('come in pages that together are the list', async () => {
    const whole = idsOf(await list());
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `(first: 2${after ? `, after: "${after}"` : ''})`,
      );
      expect(page.totalCount).toBe(whole.length);
      paged.push(...idsOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(paged).toEqual(whole);
  });

  it("are only a partner's own venue's, with the fact that a report was filed and no more", async () => {
    const two = await list('', callerOf('partner', 'two'));
    expect(idsOf(two)).toEqual(['initial-report:two']);
    expect(two.totalCount).toBe(1);
    const [met] = (await list('(state: MET)', callerOf('partner', 'one'))).nodes;
    expect(met.metBy).toEqual({
      id: 'filed-1',
      filedAt: '2024-08-12T12:00:00Z',
      filedBy: null,
      reference: null,
      sha256: null,
    });
    expect((await list('(state: MET)')).nodes[0].metBy).toMatchObject({
      filedBy: 'rosa',
      reference: 'ref-1',
    });
  });

  it('are the same for who may not know of the licence that a block ended under', async () => {
    for (const role of ['analyst', 'auditor'] as const) {
      const found = await list('', callerOf(role));
      expect(idsOf(found)).not.toContain('unblocking-report:c');
      expect(found.totalCount).toBe(7);
      expect(JSON.stringify(found)).not.toContain('secret-licence');
    }
  });

  it('of the bundled case say that they are made up', async () => {
    const other = await enforcementUp(new Date('2023-10-05T00:00:00Z'));
    try {
      await other.importCase(join(projectRoot(), 'cases', 'dprk-2023'));
      const query = '{ obligations { nodes { id state dueOn accounts illustrative } } }';
      const { nodes } = (await other.data(query)).obligations;
      const late = { state: 'LATE', illustrative: true, accounts: 1 };
      expect(nodes).toContainEqual({
        ...late,
        id: 'initial-report:dprk-2023:block-1002',
        dueOn: '2023-06-07',
      });
      expect(nodes).toContainEqual({ ...late, id: 'annual-report:meridian:2023', dueOn: '2023-09-30' });
    } finally {
      await other.close();
    }
  });
});

describe('what obligations, retention and valuations are derived from', () => {
  it('is the same when it is made anew from the ledger', async () => {
    await list();
    for (const view of ['outflows', 'reports'] as const) {
      expect(await up.records[view].countDocuments()).toBe(1);
    }
    expect(await up.database.rebuild()).toMatchObject({ differences: 0 });
  });
});

describe('how long records are to be kept', () => {
  const ask = async (id: string) =>
    (
      await up.data(
        `{ account(id: "${id}") { retainUntil { state until reason } measures { retainUntil { state until } } } }`,
      )
    ).account;

  it('is null while blocked, ten years after unblocking, and null again while held', async () => {
    expect((await ask('one:a')).retainUntil).toMatchObject({ state: 'IN_FORCE', until: null });
    const ended = { state: 'RUNNING', until: '2034-12-10' };
    expect(await ask('one:b')).toMatchObject({ retainUntil: ended, measures: [{ retainUntil: ended }] });
    const hold = {
      id: 'hold-1',
      accountIds: ['one:b', 'two:a'],
      from: '2025-01-01T00:00:00.000Z',
      to: null,
      processIds: ['secret-licence'],
      reason: 'the reason of the hold',
      illustrative: false,
      source: someSource,
    };
    await up.record(draft('RETENTION_HOLD_PLACED', { retentionHolds: [hold] }));
    const held = await ask('one:b');
    expect(held.retainUntil).toEqual({ state: 'HELD', until: null, reason: 'a retention hold is in place' });
    expect(held.measures[0].retainUntil).toEqual({ state: 'HELD', until: null });
    const lifted = { ...hold, to: '2025-01-14T00:00:00.000Z' };
    await up.record(draft('RETENTION_HOLD_LIFTED', { retentionHolds: [lifted], reason: 'over' }));
    expect(await ask('one:b')).toMatchObject({ retainUntil: ended });
    expect(await up.database.rebuild()).toMatchObject({ differences: 0 });
  });
});
