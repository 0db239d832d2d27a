import type { HoldingRecord } from './holding.record';

export type Amounts = Pick<HoldingRecord, 'frozen' | 'inflow' | 'held' | 'seized' | 'released' | 'destroyed'>;

/** Returns the sum of the known amounts, and if all are known. */
function sum(amounts: readonly (string | null | undefined)[]): { known: bigint; whole: boolean } {
  const known = amounts.filter((amount) => typeof amount === 'string');
  return {
    known: known.reduce((total, amount) => total + BigInt(amount), 0n),
    whole: known.length === amounts.length,
  };
}

/**
 * Returns the problem of the amounts of one asset, or null: frozen + inflow = held + seized + released +
 * destroyed, exactly (DOMAIN, invariant 3). An amount that nobody has observed is unknown and not zero. Then
 * the amounts are wrong only where no unknown amount could mend them: the known part of one side is more than
 * the whole of the other.
 */
export function holdingProblem({
  frozen,
  inflow,
  held,
  seized,
  released,
  destroyed,
}: Amounts): string | null {
  const came = sum([frozen, inflow]);
  const became = sum([held, seized, released, destroyed]);
  const sums = `frozen + inflow is ${came.known}, held + seized + released + destroyed is ${became.known}`;
  if (came.whole && became.whole) return came.known === became.known ? null : sums;
  if (came.whole && became.known > came.known) return `${sums} before what is not known`;
  if (became.whole && came.known > became.known) return `${sums}, with a part of the former not known`;
  return null;
}

export type AmountColumn = 'frozen' | 'inflow' | 'held' | 'seized' | 'released' | 'destroyed';

/** Nobody has observed anything. */
export const unknownAmounts = {
  frozen: null,
  inflow: null,
  held: null,
  seized: null,
  released: null,
  destroyed: null,
} as const satisfies Amounts;

/** Records an observation: a column has this amount, whatever was assumed before. */
export function observe(
  amounts: Amounts,
  { column, amount }: { readonly column: AmountColumn; readonly amount: string },
): Amounts {
  return { ...columnsOf(amounts), [column]: amount };
}

/**
 * Moves an amount in, or from the held amount into a column. A column without a known amount begins with the
 * moved one, as movements are observed from the first one on. An unknown held amount stays unknown until
 * somebody observes it.
 */
export function move(
  amounts: Amounts,
  { column, amount }: { readonly column: Exclude<AmountColumn, 'frozen' | 'held'>; readonly amount: string },
): Amounts {
  const moved = BigInt(amount);
  const held = column === 'inflow' ? moved : -moved;
  return {
    ...columnsOf(amounts),
    [column]: (BigInt(amounts[column] ?? 0) + moved).toString(),
    held: typeof amounts.held === 'string' ? (BigInt(amounts.held) + held).toString() : null,
  };
}

/**
 * Returns the amounts that are possible. An issuer may destroy any amount, whatever was observed. Where more
 * left than was held, the held amount becomes unknown. Where more left than ever came, the inflow becomes
 * unknown.
 */
export function possible(amounts: Amounts): Amounts {
  let left = columnsOf(amounts);
  const gone = typeof left.held === 'string' && BigInt(left.held) < 0n;
  if (gone) left = { ...left, held: null };
  if (holdingProblem(left) !== null) left = { ...left, inflow: null };
  return holdingProblem(left) === null ? left : { ...left, held: null };
}

function columnsOf({ frozen, inflow, held, seized, released, destroyed }: Amounts): Amounts {
  return { frozen, inflow, held, seized, released, destroyed } as Amounts;
}

/** The reason why amounts are impossible: the code of the rejection, and a sentence. */
export interface AmountsRejection {
  readonly code: 'NEGATIVE_HELD' | 'AMOUNTS_DO_NOT_ADD_UP';
  readonly message: string;
}

/** Returns the problem of the amounts that a command would leave behind, or null. */
export function amountsRejection(amounts: Amounts): AmountsRejection | null {
  if (typeof amounts.held === 'string' && BigInt(amounts.held) < 0n) {
    return {
      code: 'NEGATIVE_HELD',
      message: `${-BigInt(amounts.held)} base units more would leave than are held`,
    };
  }
  const message = holdingProblem(amounts);
  return message === null ? null : { code: 'AMOUNTS_DO_NOT_ADD_UP', message };
}
