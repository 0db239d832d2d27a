/**
 * The part of a total that belongs to an owner. Under POISON the three may overlap; else `amount` is the sum
 * of the other two.
 */
export interface ExposureRow {
  /** The owner, or the category. */
  readonly name: string;
  readonly amount: bigint;
  /** In one hop. */
  readonly direct: bigint;
  readonly indirect: bigint;
  /** The part of `amount` from, or to, wallets for which other owners are named too. */
  readonly contested: bigint;
}

/** An amount, and whose it is: each with how it came. */
export interface TaintedAmount {
  readonly amount: bigint;
  readonly by: readonly Bearer[];
}

export interface Bearer {
  readonly owners: readonly string[];
  readonly categories: readonly string[];
  readonly isDirect: boolean;
}

/** Sums by the names that bearers have; each unit of an amount counts once in a row. The largest first. */
export function tallyOf(
  amounts: readonly TaintedAmount[],
  namesOf: (bearer: Bearer) => readonly string[],
): ExposureRow[] {
  const rows = new Map<string, { amount: bigint; direct: bigint; indirect: bigint; contested: bigint }>();
  for (const { amount, by } of amounts) {
    const met = new Map<string, { direct: boolean; indirect: boolean; contested: boolean }>();
    for (const bearer of by) {
      const { owners, isDirect } = bearer;
      for (const name of new Set(namesOf(bearer))) {
        const known = met.get(name);
        met.set(name, {
          direct: isDirect || known?.direct === true,
          indirect: !isDirect || known?.indirect === true,
          contested: owners.length > 1 || known?.contested === true,
        });
      }
    }
    for (const [name, { direct, indirect, contested }] of met) {
      const row = rows.get(name) ?? { amount: 0n, direct: 0n, indirect: 0n, contested: 0n };
      row.amount += amount;
      if (direct) row.direct += amount;
      if (indirect) row.indirect += amount;
      if (contested) row.contested += amount;
      rows.set(name, row);
    }
  }
  return [...rows]
    .map(([name, row]) => ({ name, ...row }))
    .sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : a.name < b.name ? -1 : 1));
}
