import fc from 'fast-check';
import type { MeasureFact } from '../../../subgraphs/enforcement/measure/measure.facts';
import { measureKinds } from '../../../subgraphs/enforcement/vocabulary/measureKinds';
import { statusAt } from '../../../subgraphs/enforcement/measure/status.rules';
import { accountFact, draft, measureFact, venueFact } from '../../support/enforcementFacts';
import { callerOf } from '../../support/identities';
import { type EnforcementUp, enforcementUp } from '../../support/enforcementUp';

const now = new Date('2024-06-01T00:00:00Z');
const day = 86_400_000;
const text = (days: number) => new Date(now.getTime() + days * day).toISOString();
const statuses = ['OPEN', 'FLAGGED', 'RESTRICTED', 'FROZEN', 'BLOCKED', 'SEIZED', 'FORFEITED'] as const;
const venues = ['a', 'b'];

/** Measures around now, some ended, some to come, some that end or begin at this very instant. */
const someMeasures = fc.array(
  fc.record({
    kind: fc.constantFrom(...measureKinds),
    from: fc.integer({ min: -5, max: 2 }),
    length: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  }),
  { maxLength: 4 },
);

const measuresOf = new Map<string, MeasureFact[]>();
let up: EnforcementUp;

beforeAll(async () => {
  up = await enforcementUp(now);
  const accounts = fc.sample(someMeasures, { numRuns: 120, seed: 7 }).map((measures, i) => {
    const venueId = venues[i % 2] ?? '';
    const _id = `${venueId}:acct-${i}`;
    measuresOf.set(
      _id,
      measures.map(({ kind, from, length }, at) =>
        measureFact({
          id: `m-${i}-${at}`,
          accountId: _id,
          kind,
          from: text(from),
          to: length === null ? null : text(from + length),
          endReason: length === null ? null : 'COURT_ORDER',
        }),
      ),
    );
    return accountFact(_id);
  });
  await up.record(
    draft('VENUE_REGISTERED', { venues: venues.map(venueFact) }),
    draft('MEASURE_TAKEN', { measures: [...measuresOf.values()].flat() }),
    draft('ACCOUNT_REGISTERED', { accounts }),
  );
});
afterAll(() => up.close());

const intervals = (measures: readonly MeasureFact[]) =>
  measures.map(({ kind, from, to }) => ({
    kind,
    from: new Date(from),
    to: to === null ? null : new Date(to),
  }));

const ids = (status: string, venue?: string) =>
  [...measuresOf]
    .filter(
      ([id, measures]) =>
        statusAt(intervals(measures), now) === status && (!venue || id.startsWith(`${venue}:`)),
    )
    .map(([id]) => id)
    .sort();

const list = '{ totalCount nodes { id status } }';

describe('accounts by status', () => {
  it('are those whose measures give it, for every status, venue and tenant', async () => {
    for (const status of statuses) {
      const all = await up.data(`{ accounts(status: ${status}, first: 200) ${list} }`);
      expect(all.accounts.nodes).toEqual(ids(status).map((id) => ({ id, status })));
      expect(all.accounts.totalCount).toBe(ids(status).length);
      for (const venue of venues) {
        const expected = {
          totalCount: ids(status, venue).length,
          nodes: ids(status, venue).map((id) => ({ id, status })),
        };
        const filtered = await up.data(
          `{ accounts(status: ${status}, venue: "${venue}", first: 200) ${list} }`,
        );
        expect(filtered.accounts).toEqual(expected);
        const partner = callerOf('partner', venue);
        const own = await up.data(`{ accounts(status: ${status}, first: 200) ${list} }`, {}, partner);
        expect(own.accounts).toEqual(expected);
      }
    }
    expect(statuses.filter((status) => ids(status).length > 0).length).toBeGreaterThan(4);
  });

  it('are the same page by page, with the same count on each', async () => {
    for (const filter of ['', 'status: OPEN, ', 'status: FROZEN, ', 'venue: "b", ']) {
      const whole = (await up.data(`{ accounts(${filter}first: 200) ${list} }`)).accounts;
      const paged: unknown[] = [];
      let after = '';
      for (let more = true; more;) {
        const page: {
          accounts: {
            nodes: unknown[];
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        } = await up.data(
          `{ accounts(${filter}first: 7${after}) { totalCount nodes { id status } pageInfo { hasNextPage endCursor } } }`,
        );
        expect(page.accounts.totalCount).toBe(whole.totalCount);
        paged.push(...page.accounts.nodes);
        more = page.accounts.pageInfo.hasNextPage;
        after = `, after: "${page.accounts.pageInfo.endCursor}"`;
      }
      expect(paged).toEqual(whole.nodes);
    }
  });
});
