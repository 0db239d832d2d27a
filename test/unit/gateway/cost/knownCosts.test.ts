import { KnownCosts } from '../../../../gateway/cost/knownCosts';

/** Returns the number of estimates of two equal questions. */
function estimates(variables: Readonly<Record<string, unknown>>): number {
  const costs = new KnownCosts();
  const operation = { hash: 'a' };
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
  ['a number that JSON does not have', { weight: Infinity }, 2],
])('keeps the estimate for variables that are few and short: %s', (_what, variables, times) => {
  expect(estimates(variables)).toBe(times);
});

it('tells operations apart, and a number that JSON does not have from null', () => {
  const costs = new KnownCosts();
  expect(costs.of({ hash: 'a' }, { weight: null }, () => 1)).toBe(1);
  expect(costs.of({ hash: 'b' }, { weight: null }, () => 2)).toBe(2);
  expect(costs.of({ hash: 'a' }, { weight: Infinity }, () => 3)).toBe(3);
});
