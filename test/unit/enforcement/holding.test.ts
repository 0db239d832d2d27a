import fc from 'fast-check';
import {
  type Amounts,
  amountsRejection,
  holdingProblem,
  move,
  observe,
  unknownAmounts,
} from '../../../subgraphs/enforcement/holding/holding.rules';

const names = ['frozen', 'inflow', 'held', 'seized', 'released', 'destroyed'] as const;
const huge = fc.bigInt({ min: 0n, max: 10n ** 30n });

/** Amounts that add up: three of the right side at will, the fourth is what is left of frozen + inflow. */
const balanced = fc
  .tuple(huge, huge, huge, huge, huge)
  .map(([seized, released, destroyed, held, cut]): Amounts => {
    const total = held + seized + released + destroyed;
    const frozen = cut % (total + 1n);
    const text = { frozen, inflow: total - frozen, held, seized, released, destroyed };
    return Object.fromEntries(names.map((name) => [name, String(text[name])]));
  });

const hide = (amounts: Amounts, hidden: readonly (typeof names)[number][]): Amounts => ({
  ...amounts,
  ...Object.fromEntries(hidden.map((name) => [name, null])),
});

describe('the amounts of a holding', () => {
  it('are right where they add up, exactly', () => {
    fc.assert(fc.property(balanced, (amounts) => expect(holdingProblem(amounts)).toBeNull()));
  });

  it('are wrong where one is a single base unit off', () => {
    fc.assert(
      fc.property(balanced, fc.constantFrom(...names), (amounts, name) => {
        const off = { ...amounts, [name]: String(BigInt(amounts[name] ?? '0') + 1n) };
        expect(holdingProblem(off)).not.toBeNull();
      }),
    );
  });

  it('that nobody observed are not taken for zero: hiding any of what adds up makes nothing wrong', () => {
    fc.assert(
      fc.property(balanced, fc.subarray([...names]), (amounts, hidden) => {
        expect(holdingProblem(hide(amounts, hidden))).toBeNull();
      }),
    );
  });

  it('are wrong where what is known is already too much', () => {
    const none = { frozen: null, inflow: null, held: null, seized: null, released: null, destroyed: null };
    expect(holdingProblem({ ...none, frozen: '5', inflow: '0', held: '6' })).not.toBeNull();
    expect(holdingProblem({ ...none, frozen: '5', held: '6' })).toBeNull();
    expect(
      holdingProblem({ ...none, frozen: '9', held: '1', seized: '1', released: '1', destroyed: '1' }),
    ).not.toBeNull();
  });
});

describe('amounts that move', () => {
  const columns = ['inflow', 'seized', 'released', 'destroyed'] as const;
  const someMoves = fc.array(
    fc.record({ column: fc.constantFrom(...columns), amount: fc.bigInt({ min: 0n, max: 10n ** 40n }) }),
  );

  it('keep frozen + inflow = held + seized + released + destroyed to the last base unit, or are rejected', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), someMoves, (frozen, moves) => {
        let amounts: Amounts = { ...unknownAmounts };
        for (const column of ['frozen', 'held'] as const)
          amounts = observe(amounts, { column, amount: String(frozen) });
        const sums = { inflow: 0n, seized: 0n, released: 0n, destroyed: 0n };
        for (const { column, amount } of moves) {
          amounts = move(amounts, { column, amount: String(amount) });
          sums[column] += amount;
          const held = frozen + sums.inflow - sums.seized - sums.released - sums.destroyed;
          expect(amounts.held).toBe(String(held));
          expect(amounts[column]).toBe(String(sums[column]));
          expect(amountsRejection(amounts)?.code ?? null).toBe(held < 0n ? 'NEGATIVE_HELD' : null);
        }
      }),
    );
  });

  it('leave unknown what nobody looked at', () => {
    const moved = move(unknownAmounts, { column: 'destroyed', amount: '5' });
    expect(moved).toEqual({ ...unknownAmounts, destroyed: '5' });
    expect(amountsRejection(moved)).toBeNull();
  });

  it('are rejected where no unknown amount could make them right', () => {
    const impossible = { ...unknownAmounts, frozen: '1', inflow: '0', seized: '2' };
    expect(amountsRejection(impossible)?.code).toBe('AMOUNTS_DO_NOT_ADD_UP');
  });
});
