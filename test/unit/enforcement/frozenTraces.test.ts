import fc from 'fast-check';
import { type Page, pageOfAll } from '../../../shared/pagination/page';
import {
  type AccountTrace,
  frozenTraces,
  keyOfTrace,
} from '../../../subgraphs/enforcement/frozenAccount/frozenAccount.rules';
import { measureKinds } from '../../../subgraphs/enforcement/measure/measureKinds';
import type { Interval } from '../../../subgraphs/enforcement/measure/status.rules';

const now = new Date('2024-01-01T00:00:00Z');
const id = fc.constantFrom('v:1', 'v:10', 'v:1-a', 'v:2', 'w:1');
const traces = fc.array(
  fc.record({ accountId: id, actorId: fc.constantFrom('ofac:1', 'ofac:12', 'ofac:2'), traceId: fc.uuid() }),
  { maxLength: 30 },
);
const measures = fc.dictionary(
  id,
  fc.array(
    fc.constantFrom(...measureKinds).map((kind): Interval => ({ kind, from: new Date(0), to: null })),
    { maxLength: 3 },
  ),
);

describe('the frozen accounts of an actor', () => {
  it('are one row for an account and an actor, with the first trace of each, sorted by both', () => {
    fc.assert(
      fc.property(traces, measures, (all, byAccount) => {
        const found = frozenTraces(all, (account) => byAccount[account] ?? [], now);
        const counts = all.filter(({ accountId }) =>
          (byAccount[accountId] ?? []).some(({ kind }) => kind === 'FREEZE' || kind === 'BLOCK'),
        );
        expect(new Set(found.map(keyOfTrace))).toEqual(new Set(counts.map(keyOfTrace)));
        expect(found).toHaveLength(new Set(counts.map(keyOfTrace)).size);
        for (const trace of found)
          expect(all.find((other) => keyOfTrace(other) === keyOfTrace(trace))).toBe(trace);
        const inOrder = [...found].sort(
          (a, b) =>
            Number(a.accountId > b.accountId) - Number(a.accountId < b.accountId) ||
            Number(a.actorId > b.actorId) - Number(a.actorId < b.actorId),
        );
        expect(found).toEqual(inOrder);
      }),
    );
  });

  it('are the same page by page, and the count is that of what is listed', () => {
    fc.assert(
      fc.property(traces, fc.integer({ min: 1, max: 4 }), (all, first) => {
        const found = frozenTraces(all, () => [{ kind: 'BLOCK', from: new Date(0), to: null }], now);
        const paged: AccountTrace[] = [];
        let after: string | null = null;
        for (let more = true; more;) {
          const page: Page<AccountTrace> = pageOfAll(found, keyOfTrace, { first, after });
          expect(page.totalCount).toBe(found.length);
          paged.push(...page.rows);
          more = page.hasNextPage;
          const last = page.rows.at(-1);
          after = last ? keyOfTrace(last) : after;
        }
        expect(paged).toEqual(found);
      }),
    );
  });
});
