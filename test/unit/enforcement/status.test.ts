import fc from 'fast-check';
import { type MeasureKind, measureKinds } from '../../../subgraphs/enforcement/vocabulary/measureKinds';
import {
  heldSince,
  inForceAt,
  type Interval,
  statusAt,
} from '../../../subgraphs/enforcement/measure/status.rules';

const at = (minute: number) => new Date(minute * 60_000);

const measure = (kind: MeasureKind, from: number, to: number | null = null): Interval => ({
  kind,
  from: at(from),
  to: to === null ? null : at(to),
});

const someMeasures = fc.array(
  fc
    .tuple(
      fc.constantFrom(...measureKinds),
      fc.nat(30),
      fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    )
    .map(([kind, from, length]) => measure(kind, from, length === null ? null : from + length)),
  { maxLength: 12 },
);

/** The oracle: a table of minutes, in which each measure ticks those that it covers. */
function kindsByMinute(measures: readonly Interval[], minutes: number): Set<MeasureKind>[] {
  const table = Array.from({ length: minutes }, () => new Set<MeasureKind>());
  for (const { kind, from, to } of measures) {
    const first = from.getTime() / 60_000;
    const end = to ? to.getTime() / 60_000 : minutes;
    for (let minute = first; minute < Math.min(end, minutes); minute++) table[minute]?.add(kind);
  }
  return table;
}

const statusOfKinds = (kinds: ReadonlySet<MeasureKind>): string => {
  if (kinds.has('FORFEIT')) return 'FORFEITED';
  if (kinds.has('SEIZE')) return 'SEIZED';
  if (kinds.has('BLOCK')) return 'BLOCKED';
  if (kinds.has('FREEZE')) return 'FROZEN';
  if (kinds.has('RESTRICT')) return 'RESTRICTED';
  return kinds.has('FLAG') ? 'FLAGGED' : 'OPEN';
};

const horizon = 45;

describe('the status of an account', () => {
  it('is that of the strongest measure in force, at every instant', () => {
    fc.assert(
      fc.property(someMeasures, (measures) => {
        kindsByMinute(measures, horizon).forEach((kinds, minute) => {
          expect(statusAt(measures, at(minute))).toBe(statusOfKinds(kinds));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the measures', () => {
    fc.assert(
      fc.property(someMeasures, fc.nat(horizon), (measures, minute) => {
        expect(statusAt([...measures].reverse(), at(minute))).toBe(statusAt(measures, at(minute)));
      }),
    );
  });

  it('is never freed by one measure that ends while another is in force', () => {
    fc.assert(
      fc.property(
        someMeasures,
        fc.constantFrom(...measureKinds),
        fc.integer({ min: 1, max: 40 }),
        (others, kind, end) => {
          const withIt = [...others, measure(kind, 0, end)];
          // At the end of it, the account is exactly as if it had never been there.
          expect(statusAt(withIt, at(end))).toBe(statusAt(others, at(end)));
          if (others.some((other) => inForceAt(other, at(end))))
            expect(statusAt(withIt, at(end))).not.toBe('OPEN');
        },
      ),
    );
  });

  it('leaves a frozen account blocked when the freeze ends, and frozen when the block ends', () => {
    expect(statusAt([measure('FREEZE', 1, 5), measure('BLOCK', 3)], at(6))).toBe('BLOCKED');
    expect(statusAt([measure('FREEZE', 1), measure('BLOCK', 3, 5)], at(6))).toBe('FROZEN');
  });

  it('counts a measure from its first instant on, and not at its end', () => {
    const flag = [measure('FLAG', 5, 9)];
    expect([4, 5, 8, 9].map((minute) => statusAt(flag, at(minute)))).toEqual([
      'OPEN',
      'FLAGGED',
      'FLAGGED',
      'OPEN',
    ]);
  });
});

describe('since when an account is held', () => {
  it('is the start of the unbroken time up to the instant, as a table of minutes says', () => {
    fc.assert(
      fc.property(someMeasures, fc.nat(horizon - 1), (measures, minute) => {
        const held = kindsByMinute(measures, horizon).map((kinds) =>
          ['FREEZE', 'BLOCK', 'SEIZE', 'FORFEIT'].some((kind) => kinds.has(kind as MeasureKind)),
        );
        const since = heldSince(measures, at(minute));
        if (!held[minute]) {
          expect(since).toBeNull();
          return;
        }
        let start = minute;
        while (held[start - 1]) start--;
        expect(since).toEqual(at(start));
      }),
      { numRuns: 1_000 },
    );
  });

  it('goes on over measures that touch, and not over a gap', () => {
    const touching = [
      measure('FREEZE', 1, 4),
      measure('BLOCK', 4, 7),
      measure('SEIZE', 7, 9),
      measure('FORFEIT', 9),
    ];
    expect(heldSince(touching, at(20))).toEqual(at(1));
    expect(heldSince([measure('FREEZE', 1, 4), measure('BLOCK', 5)], at(20))).toEqual(at(5));
  });

  it('is null once it is over, before it begins, and under what does not hold', () => {
    expect(heldSince([measure('FREEZE', 1, 4)], at(4))).toBeNull();
    expect(heldSince([measure('FREEZE', 9)], at(4))).toBeNull();
    expect(heldSince([measure('FLAG', 1), measure('RESTRICT', 1, 90)], at(4))).toBeNull();
  });
});
