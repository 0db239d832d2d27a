import { KnownCosts } from '../../../../gateway/cost/knownCosts';
import type { AllowedOperation } from '../../../../gateway/execution/planExecutor';

/** How often two equal questions are estimated. */
function estimates(variables: Readonly<Record<string, unknown>>): number {
  const costs = new KnownCosts();
  const operation = {} as AllowedOperation;
  let estimated = 0;
  for (let i = 0; i < 2; i++) expect(costs.of(operation, variables, () => (estimated++, 7))).toBe(7);
  return estimated;
}

it.each([
  ['none', {}, 1],
  ['few and short ones', { first: 3, name: 'x'.repeat(100), all: true, none: null }, 1],
  ['a long text', { name: 'x'.repeat(101) }, 2],
  ['a long name', { ['n'.repeat(1_000)]: 1 }, 2],
  ['many', Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`n${i}`, i])), 2],
  ['a list', { ids: [1] }, 2],
])('keeps the estimate for variables that are few and short: %s', (_what, variables, times) => {
  expect(estimates(variables)).toBe(times);
});
