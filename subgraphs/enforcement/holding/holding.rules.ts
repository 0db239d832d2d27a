import type { HoldingRecord } from './holding.record';

export type Amounts = Pick<HoldingRecord, 'frozen' | 'inflow' | 'held' | 'seized' | 'released' | 'destroyed'>;

/** The sum of what is known, and whether all of it is. */
function sum(amounts: readonly (string | null | undefined)[]): { known: bigint; whole: boolean } {
  const known = amounts.filter((amount) => typeof amount === 'string');
  return {
    known: known.reduce((total, amount) => total + BigInt(amount), 0n),
    whole: known.length === amounts.length,
  };
}

/**
 * What is wrong with the amounts of one asset, or null: frozen + inflow = held + seized + released + destroyed, exactly
 * (DOMAIN, invariant 3). An amount that nobody has observed is unknown and not zero: then only what no unknown amount
 * could mend is wrong, that the known part of one side is more than the whole of the other.
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
  const said = `frozen + inflow is ${came.known}, held + seized + released + destroyed is ${became.known}`;
  if (came.whole && became.whole) return came.known === became.known ? null : said;
  if (came.whole && became.known > came.known) return `${said} before what is not known`;
  if (became.whole && came.known > became.known) return `${said}, with a part of the former not known`;
  return null;
}
