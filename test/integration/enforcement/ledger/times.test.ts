import type { EventDraft } from '../../../../subgraphs/enforcement/ledger/events';
import { accountFact, draft, measureFact, venueFact } from '../../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';

const now = new Date('2024-06-01T00:00:00Z');
let up: EnforcementUp;
let clock: Date;

beforeAll(async () => {
  up = await enforcementUp(now, { recordedAt: () => clock });
});
afterAll(() => up.close());

const at = (text: string) => `${text}T00:00:00Z`;
const recordOn = async (day: string, ...drafts: readonly EventDraft[]) => {
  clock = new Date(at(day));
  await up.record(...drafts);
};

/** Recorded on 10 January: frozen from the 5th, and under a flag. In February it becomes known that it had ended in January. */
beforeAll(async () => {
  const freeze = measureFact({ id: 'm', accountId: 'v:1', kind: 'FREEZE', from: at('2024-01-05') });
  const flag = measureFact({ id: 'f', accountId: 'v:1', kind: 'FLAG', from: at('2024-01-01') });
  await recordOn('2024-01-10', draft('VENUE_REGISTERED', { venues: [venueFact('v')] }));
  await recordOn(
    '2024-01-10',
    draft('MEASURE_TAKEN', { measures: [freeze, flag] }),
    draft('ACCOUNT_REGISTERED', { accounts: [accountFact('v:1'), accountFact('v:2')] }),
  );
  await recordOn(
    '2024-02-10',
    draft('MEASURE_ENDED', {
      reason: 'the court said so',
      measureChanges: [{ measureId: 'm', to: at('2024-01-20'), endReason: 'COURT_ORDER' }],
    }),
  );
  await recordOn(
    '2024-03-10',
    draft('CORRECTED', { corrects: 2, reason: 'it was another', retracted: [{ view: 'measures', id: 'f' }] }),
  );
  // An expiry that is known beforehand, and a block beside it.
  await recordOn(
    '2024-03-11',
    draft('MEASURE_TAKEN', {
      measures: [
        measureFact({
          id: 'lapses',
          accountId: 'v:2',
          kind: 'FREEZE',
          from: at('2024-03-11'),
          to: at('2024-04-11'),
          endReason: 'EXPIRY',
        }),
        measureFact({ id: 'block', accountId: 'v:2', kind: 'BLOCK', from: at('2024-04-01') }),
      ],
    }),
  );
});

const status = async (id: string, asOf: string, knownAt?: string) => {
  const known = knownAt ? `, knownAt: "${at(knownAt)}"` : '';
  const { account } = await up.data(`{ account(id: "${id}") { status(asOf: "${at(asOf)}"${known}) } }`);
  return account.status as string;
};

describe('status', () => {
  it.each([
    // as of, known at, status
    ['2024-01-15', '2024-01-09', 'OPEN'],
    ['2024-01-15', '2024-01-10', 'FROZEN'],
    ['2024-01-25', '2024-02-09', 'FROZEN'],
    ['2024-01-25', '2024-02-10', 'FLAGGED'],
    ['2024-01-25', '2024-03-10', 'OPEN'],
    ['2024-01-15', '2024-03-10', 'FROZEN'],
    ['2024-01-15', undefined, 'FROZEN'],
    ['2024-01-25', undefined, 'OPEN'],
  ])('as of %s and as known at %s is %s', async (asOf, knownAt, expected) => {
    expect(await status('v:1', asOf, knownAt)).toBe(expected);
  });

  it('changes with time where a measure expires, and stays where another is in force', async () => {
    expect(await status('v:2', '2024-03-20')).toBe('FROZEN');
    expect(await status('v:2', '2024-04-05')).toBe('BLOCKED');
    expect(await status('v:2', '2024-04-12')).toBe('BLOCKED');
    const { account } = await up.data(
      `{ account(id: "v:2") { frozenSince then: frozenSince(asOf: "${at('2024-03-20')}") before: frozenSince(asOf: "${at('2024-03-01')}")
         all: measures { id } inApril: measures(asOf: "${at('2024-04-12')}") { id } unknown: measures(knownAt: "${at('2024-03-10')}") { id } } }`,
    );
    expect(account).toEqual({
      frozenSince: at('2024-03-11'),
      then: at('2024-03-11'),
      before: null,
      all: [{ id: 'lapses' }, { id: 'block' }],
      inApril: [{ id: 'block' }],
      unknown: [],
    });
  });

  it('shows a measure as it was known then', async () => {
    const { account } = await up.data(
      `{ account(id: "v:1") { measures { id to endReason } then: measures(knownAt: "${at('2024-02-01')}") { id to endReason } } }`,
    );
    expect(account).toEqual({
      measures: [{ id: 'm', to: at('2024-01-20'), endReason: 'COURT_ORDER' }],
      then: [
        { id: 'f', to: null, endReason: null },
        { id: 'm', to: null, endReason: null },
      ],
    });
  });
});
