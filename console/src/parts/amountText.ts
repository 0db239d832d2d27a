/** Writes an amount of base units in whole units, exactly: `8750000000000000000` with 18 decimals is `8.75`. */
export function unitsOf(baseUnits: string, decimals: number): string {
  const negative = baseUnits.startsWith('-');
  const digits = (negative ? baseUnits.slice(1) : baseUnits).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest ? `.${rest}` : ''}`;
}

/**
 * Reads an amount that a person typed in whole units, exactly: `8.75` with 18 decimals is `8750000000000000000`. Thousands may
 * have commas. Undefined where it is no amount above 0, or has more decimal places than the asset.
 */
export function baseUnitsOf(typed: string, decimals: number): string | undefined {
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(typed);
  const [, whole = '', rest = ''] = found ?? [];
  if (!found || rest.length > decimals) return undefined;
  const digits = `${whole.replaceAll(',', '')}${rest.padEnd(decimals, '0')}`.replace(/^0+/, '');
  return digits === '' ? undefined : digits;
}

export interface AssetFacts {
  readonly symbol: string;
  readonly decimals?: number | null | undefined;
}

/** An amount with its symbol; in base units, and saying so, where the asset's decimals are unknown. */
export function amountText(baseUnits: string, asset: AssetFacts, baseUnitsWord: string): string {
  const { symbol, decimals } = asset;
  if (decimals === null || decimals === undefined) return `${baseUnits} ${baseUnitsWord} ${symbol}`;
  return `${unitsOf(baseUnits, decimals)} ${symbol}`;
}
