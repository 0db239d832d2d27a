import fc from 'fast-check';
import {
  type ControlStep,
  frozenSpans,
  inChainOrder,
  spanChanges,
} from '../../../subgraphs/enforcement/control/control.rules';

const at = (block: number) => new Date(block * 1_000).toISOString();

const someSteps = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 })
  .chain((blocks) =>
    fc.tuple(
      ...blocks.map((block) =>
        fc.constantFrom('FREEZE', 'UNFREEZE', 'DESTROY').map((act) => ({ block, act })),
      ),
    ),
  )
  .map((steps) =>
    steps.map(({ block, act }) => ({ id: `e${block}`, act, block, logIndex: 0, at: at(block) })),
  );

/** Tells if an address is frozen after each event of the chain: the contract's own rule. */
function isFrozenAt(steps: readonly ControlStep[], block: number): boolean {
  let frozen = false;
  for (const step of [...steps].sort(inChainOrder)) {
    if (step.block > block) break;
    if (step.act !== 'DESTROY') frozen = step.act === 'FREEZE';
  }
  return frozen;
}

describe('the spans of an address', () => {
  it('cover exactly the blocks at which it is on the list', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const spans = frozenSpans(steps);
        for (let block = 0; block <= 61; block++) {
          const covered = spans.some(({ from, to }) => from <= at(block) && (to === null || at(block) < to));
          expect(covered).toBe(isFrozenAt(steps, block));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are the same whatever the order in which its events become known, one by one', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const spans = new Map<string, unknown>();
        steps.forEach((step, i) => {
          const { changed, gone } = spanChanges(steps.slice(0, i), step);
          for (const by of gone) expect(spans.delete(by)).toBe(true);
          for (const span of changed) spans.set(span.by, span);
        });
        expect(new Set(spans.values())).toEqual(new Set(frozenSpans(steps)));
      }),
      { numRuns: 200 },
    );
  });
});
