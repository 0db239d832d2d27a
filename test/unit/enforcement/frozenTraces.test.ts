import fc from 'fast-check';
import { type Page, pageOfAll } from '../../../shared/pagination/page';
import {
  type AccountTrace,
  type FrozenQuestion,
  frozenTraces,
  type FrozenTrace,
  keyOfTrace,
} from '../../../subgraphs/enforcement/frozenAccount/frozenAccount.rules';
import { type MeasureKind, measureKinds } from '../../../subgraphs/enforcement/vocabulary/measureKinds';
import type { Held } from '../../../subgraphs/enforcement/measure/transition.rules';

const now = new Date('2024-01-01T00:00:00Z');
const holding: readonly MeasureKind[] = ['FREEZE', 'BLOCK', 'SEIZE', 'FORFEIT'];
const id = fc.constantFrom('v:1', 'v:10', 'v:1-a', 'v:2', 'w:1');
const asset = fc.constantFrom('eth', 'usdc', 'usdt');
const traces = fc.array(
  fc.record({
    accountId: id,
    actorId: fc.constantFrom('ofac:1', 'ofac:12', 'ofac:2'),
    traceId: fc.uuid(),
    assetIds: fc.array(asset, { maxLength: 1 }),
  }),
  { maxLength: 30 },
);
const measure = fc
  .record({
    kind: fc.constantFrom(...measureKinds),
    assets: fc.option(fc.uniqueArray(asset, { minLength: 1 }), { nil: null }),
  })
  .map((given): Held => ({ ...given, from: new Date(0), to: null }));
const measures = fc.dictionary(id, fc.array(measure, { maxLength: 3 }));

const asking = (over: Partial<FrozenQuestion>): FrozenQuestion => ({
  measuresOf: () => [],
  at: now,
  kinds: holding,
  includeOtherAssets: false,
  ...over,
});

describe('the frozen accounts of an actor', () => {
  it('are one row for an account and an actor, with the first trace whose asset is held, sorted by both', () => {
    fc.assert(
      fc.property(
        traces,
        measures,
        fc.subarray([...holding], { minLength: 1 }),
        fc.boolean(),
        (all, byAccount, kinds, includeOtherAssets) => {
          const measuresOf = (account: string) => byAccount[account] ?? [];
          const found = frozenTraces(all, asking({ measuresOf, kinds, includeOtherAssets }));
          // The oracle: what is said of one trace, asset by asset.
          const under = ({ accountId, assetIds: [assetId] }: AccountTrace): boolean | null | undefined => {
            const held = measuresOf(accountId).filter(({ kind }) => kinds.includes(kind));
            if (held.length === 0) return undefined;
            const whole = held.some(({ assets }) => !assets);
            if (assetId === undefined) return whole ? true : null;
            return whole || held.some(({ assets }) => assets?.includes(assetId));
          };
          const best = new Map<string, FrozenTrace>();
          for (const wanted of includeOtherAssets ? [true, null, false] : [true, null]) {
            for (const trace of all) {
              const key = keyOfTrace(trace);
              if (under(trace) === wanted && !best.has(key))
                best.set(key, { ...trace, assetUnderMeasure: wanted });
            }
          }
          const inOrder = [...best.values()].sort(
            (a, b) =>
              Number(a.accountId > b.accountId) - Number(a.accountId < b.accountId) ||
              Number(a.actorId > b.actorId) - Number(a.actorId < b.actorId),
          );
          expect(found).toEqual(inOrder);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are the same page by page, and the count is that of what is listed', () => {
    fc.assert(
      fc.property(traces, fc.integer({ min: 1, max: 4 }), (all, first) => {
        const blocked: Held[] = [{ kind: 'BLOCK', from: new Date(0), to: null }];
        const found = frozenTraces(all, asking({ measuresOf: () => blocked }));
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
