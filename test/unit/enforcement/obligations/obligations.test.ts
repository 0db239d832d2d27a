import fc from 'fast-check';
import type { Act } from '../../../../subgraphs/enforcement/obligation/duty.rules';
import {
  type Grounds,
  obligationsAt,
  orderOf,
} from '../../../../subgraphs/enforcement/obligation/obligation.rules';
import { someBlock, someOutflow } from '../../../support/obligationActs';

const at = (text: string) => new Date(text);
type Report = { filedAt: Date; obligationIds: string[] };
const none: Grounds<Report> = { acts: [], outflows: [], processes: new Map(), reports: [] };
const idsAt = (grounds: Partial<Grounds<Report>>, now: string) =>
  obligationsAt({ ...none, ...grounds }, at(now)).map(({ id }) => id);
const oneAt = (id: string, grounds: Partial<Grounds<Report>>, now: string) =>
  obligationsAt({ ...none, ...grounds }, at(now)).find((one) => one.id === id);

const licence = (reportRequired?: boolean) =>
  new Map([
    [
      'l',
      { _id: 'l', kind: 'LICENCE' as const, ...(reportRequired === undefined ? {} : { reportRequired }) },
    ],
  ]);

describe('the report on blocked property', () => {
  const acts = [someBlock({ _id: 'b', from: at('2023-05-23T12:00:00Z') })];

  it('is due ten business days after the day of the block in New York, and late when that day is over there', () => {
    expect(oneAt('initial-report:b', { acts }, '2023-06-08T03:59:59Z')).toMatchObject({
      kind: 'INITIAL_BLOCKING_REPORT',
      state: 'OPEN',
      arisesOn: '2023-05-23',
      dueOn: '2023-06-07',
      venueId: 'v',
      ownerRole: 'reporting-officer',
      rule: '31 CFR 501.603(b)(1)(i)',
    });
    expect(oneAt('initial-report:b', { acts }, '2023-06-08T04:00:00Z')?.state).toBe('LATE');
  });

  it('is not due before the block is in force, and stays due after it ended', () => {
    expect(idsAt({ acts }, '2023-05-23T11:59:59Z')).toEqual([]);
    const ended = [{ ...acts[0]!, to: at('2023-05-24T00:00:00Z'), endReason: 'COURT_ORDER' as const }];
    expect(idsAt({ acts: ended }, '2023-05-25T00:00:00Z')).toEqual(['initial-report:b']);
  });

  it('is met by the first report that names it, also a late one', () => {
    const report = (day: string, obligationIds: string[]) => ({ filedAt: at(day), obligationIds });
    const first = report('2023-08-01', ['initial-report:b']);
    const reports = [
      report('2023-09-01', ['initial-report:b']),
      first,
      report('2023-06-01', ['initial-report:c']),
    ];
    expect(oneAt('initial-report:b', { acts, reports }, '2024-01-01T00:00:00Z')).toMatchObject({
      state: 'MET',
      metBy: first,
    });
  });
});

describe('the annual report', () => {
  it('is one of each venue, of what is blocked at the end of 30 June in New York, by 30 September', () => {
    const acts = [
      someBlock({ _id: 'kept', from: at('2022-07-01T03:59:59Z') }),
      someBlock({ _id: 'late', accountId: 'v:b', from: at('2022-07-01T04:00:00Z') }),
      someBlock({ _id: 'other', accountId: 'w:a', venueId: 'w', from: at('2023-01-01T00:00:00Z') }),
    ];
    const annual = (now: string) =>
      obligationsAt({ ...none, acts }, at(now))
        .filter(({ kind }) => kind === 'ANNUAL_BLOCKED_REPORT')
        .map(({ id, dueOn, accounts }) => [id, dueOn, accounts]);
    expect(annual('2022-07-01T03:59:58Z')).toEqual([]);
    expect(annual('2023-08-01T00:00:00Z')).toEqual([
      ['annual-report:v:2022', '2022-09-30', 1],
      ['annual-report:v:2023', '2023-09-30', 2],
      ['annual-report:w:2023', '2023-09-30', 1],
    ]);
  });

  it('counts a block from the day that was typed for it, and not from the evening before in New York', () => {
    const acts = [
      someBlock({ _id: 'july', from: at('2023-07-01T00:00:00Z') }),
      someBlock({ _id: 'may', accountId: 'v:b', from: at('2023-05-23T00:00:00Z') }),
      someBlock({
        _id: 'ended',
        accountId: 'v:c',
        from: at('2023-05-23T00:00:00Z'),
        to: at('2023-07-01T00:00:00Z'),
        endReason: 'COURT_ORDER',
      }),
    ];
    expect(oneAt('annual-report:v:2023', { acts }, '2023-08-01T00:00:00Z')?.accounts).toBe(2);
    expect(oneAt('initial-report:may', { acts }, '2023-08-01T00:00:00Z')).toMatchObject({
      arisesOn: '2023-05-23',
      dueOn: '2023-06-07',
    });
    const filed = { filedAt: at('2023-05-23T00:00:00Z'), obligationIds: ['initial-report:may'] };
    expect(oneAt('initial-report:may', { acts, reports: [filed] }, '2023-08-01T00:00:00Z')?.state).toBe(
      'MET',
    );
  });

  it('keeps its date where 30 September is a Saturday', () => {
    const acts = [someBlock({ _id: 'b', from: at('2023-01-03T00:00:00Z') })];
    const [open, late] = ['2023-10-01T03:59:59Z', '2023-10-01T04:00:00Z'].map((now) =>
      oneAt('annual-report:v:2023', { acts }, now),
    );
    expect([open?.state, late?.state]).toEqual(['OPEN', 'LATE']);
  });
});

describe('the report on what was unblocked', () => {
  const ended = (to: string, endReason: Act['endReason'], endProcessIds: string[] = []) => [
    someBlock({
      _id: 'b',
      from: at('2023-05-23T12:00:00Z'),
      to: at(to),
      endReason: endReason ?? null,
      endProcessIds,
    }),
  ];
  const due = (acts: Act[], processes: Grounds<Report>['processes'] = new Map()) =>
    idsAt({ acts, processes }, '2026-01-01T00:00:00Z').includes('unblocking-report:b');

  it('is due for acts since 8 August 2024 in New York', () => {
    expect(due(ended('2024-08-08T03:59:59Z', 'COURT_ORDER'))).toBe(false);
    expect(due(ended('2024-08-08T04:00:00Z', 'COURT_ORDER'))).toBe(true);
    const acts = ended('2024-08-09T12:00:00Z', 'COURT_ORDER');
    expect(oneAt('unblocking-report:b', { acts }, '2024-08-10T00:00:00Z')?.dueOn).toBe('2024-08-23');
    expect(idsAt({ acts }, '2024-08-09T11:59:59Z')).not.toContain('unblocking-report:b');
  });

  it.each([
    ['a delisting', 'DELISTING' as const, [], undefined],
    ['a licence', 'LICENCE' as const, ['l'], licence()],
    ['a licence that asks for none', 'LICENCE' as const, ['l'], licence(false)],
  ])('is not due for %s since 7 November 2024, and is before', (_, reason, processes, known) => {
    expect(due(ended('2024-11-07T04:59:59Z', reason, processes), known)).toBe(true);
    expect(due(ended('2024-11-07T05:00:00Z', reason, processes), known)).toBe(false);
  });

  it('is due where the licence asks for it, or nobody recorded one', () => {
    expect(due(ended('2025-01-10T00:00:00Z', 'LICENCE', ['l']), licence(true))).toBe(true);
    expect(due(ended('2025-01-10T00:00:00Z', 'LICENCE'))).toBe(true);
  });

  it('is due for mistaken identity and court orders at any time since', () => {
    for (const reason of ['MISTAKEN_IDENTITY', 'COURT_ORDER'] as const) {
      expect(due(ended('2024-09-02T00:00:00Z', reason))).toBe(true);
      expect(due(ended('2025-09-02T00:00:00Z', reason, ['l']), licence())).toBe(true);
    }
  });
});

describe('the report on blocked property that was transferred', () => {
  const acts = [
    someBlock({ _id: 'b', from: at('2023-05-23T12:00:00Z') }),
    someBlock({ _id: 'c', accountId: 'v:b', from: at('2023-05-23T12:00:00Z') }),
    someBlock({ _id: 'd', accountId: 'w:a', venueId: 'w', from: at('2023-05-23T12:00:00Z') }),
  ];
  const due = (
    given: Parameters<typeof someOutflow>[0],
    processes: Grounds<Report>['processes'] = new Map(),
  ) =>
    idsAt({ acts, outflows: [someOutflow(given)], processes }, '2026-01-01T00:00:00Z').includes(
      'transfer-report:9.0',
    );

  it('is due since 8 August 2024, for what left an account while it was blocked', () => {
    expect(due({ at: at('2024-08-08T03:59:59Z') })).toBe(false);
    expect(due({ at: at('2024-08-08T04:00:00Z') })).toBe(true);
    expect(due({ at: at('2025-01-10T00:00:00Z'), accountId: 'v:open' })).toBe(false);
  });

  it('is not due beside a report on the unblocking that it came with', () => {
    expect(due({ at: at('2025-01-10T00:00:00Z'), endedMeasureIds: ['b'] })).toBe(false);
  });

  it('is not due between blocked accounts of the institution, or under a licence, since 7 November 2024, and is before', () => {
    const [before, since] = [at('2024-11-07T04:59:59Z'), at('2024-11-07T05:00:00Z')];
    expect([due({ at: before, receivedBy: ['v:b'] }), due({ at: since, receivedBy: ['v:b'] })]).toEqual([
      true,
      false,
    ]);
    const under = { processIds: ['l'] };
    expect([due({ at: before, ...under }, licence()), due({ at: since, ...under }, licence())]).toEqual([
      true,
      false,
    ]);
    expect(due({ at: since, ...under }, licence(true))).toBe(true);
  });

  it('is due where what received it is not blocked, or at another institution', () => {
    const since = at('2025-01-10T00:00:00Z');
    expect(due({ at: since, receivedBy: ['v:open'] })).toBe(true);
    expect(due({ at: since, receivedBy: ['w:a'] })).toBe(true);
    expect(due({ at: since, receivedBy: ['v:b', 'v:open'] })).toBe(true);
  });
});

describe('the check of an emergency freeze', () => {
  const freeze = (given: Partial<Act> = {}) =>
    someBlock({
      _id: 'f',
      kind: 'FREEZE',
      emergency: true,
      from: at('2024-03-01T10:00:00Z'),
      to: at('2024-03-02T10:00:00Z'),
      endReason: 'CHECK_LAPSED',
      checker: null,
      ...given,
    });
  const stateAt = (act: Act, now: string) => oneAt('emergency-check:f', { acts: [act] }, now)?.state;

  it('is the approver’s, due within 24 hours to the instant, and stays late when it has lapsed', () => {
    expect(stateAt(freeze(), '2024-03-02T09:59:59.999Z')).toBe('OPEN');
    expect(stateAt(freeze(), '2024-03-02T10:00:00Z')).toBe('LATE');
    expect(oneAt('emergency-check:f', { acts: [freeze()] }, '2025-01-01T00:00:00Z')).toMatchObject({
      state: 'LATE',
      ownerRole: 'approver',
    });
  });

  it('is met by the checker, and falls away where the freeze ended before', () => {
    expect(stateAt(freeze({ checker: 'c', to: null, endReason: null }), '2024-05-01T00:00:00Z')).toBe('MET');
    const withdrawn = freeze({ to: at('2024-03-01T12:00:00Z'), endReason: 'WITHDRAWAL' });
    expect(stateAt(withdrawn, '2024-05-01T00:00:00Z')).toBeUndefined();
  });
});

it('every obligation has an owner and a due date, and they are in one order: late ones first, then by due date', () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => new Date(Date.UTC(2015, 0, 1 + days, 12)));
  const act = fc
    .record({
      _id: fc.uuid(),
      from: day,
      lasted: fc.option(fc.integer({ min: 1, max: 900 })),
      account: fc.nat(5),
    })
    .map(({ _id, from, lasted, account }) =>
      someBlock({
        _id,
        from,
        accountId: `v:${account}`,
        ...(lasted === null
          ? {}
          : { to: new Date(from.getTime() + lasted * 86_400_000), endReason: 'COURT_ORDER' as const }),
      }),
    );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), fc.array(day, { maxLength: 5 }), day, (acts, moves, now) => {
      const outflows = moves.map((moved, i) =>
        someOutflow({ _id: `${i}.0`, at: moved, accountId: `v:${i}` }),
      );
      const found = obligationsAt({ ...none, acts, outflows }, now);
      for (const one of found) {
        expect(one.venueId).toBe('v');
        expect(one.dueAt > new Date(one.arisesOn)).toBe(true);
        expect(one.dueOn > one.arisesOn).toBe(true);
        expect(one.state).toBe(now >= one.dueAt ? 'LATE' : 'OPEN');
      }
      const late = found.filter(({ state }) => state === 'LATE');
      expect(found.slice(0, late.length)).toEqual(late);
      for (const part of [late, found.slice(late.length)]) {
        const due = part.map(({ dueAt }) => dueAt.getTime());
        expect(due).toEqual([...due].sort((a, b) => a - b));
      }
      expect(new Set(found.map(orderOf)).size).toBe(found.length);
    }),
    { numRuns: 100 },
  );
});
