import { baseUnitsOf } from '../../parts/amountText';
import { isDay } from '../../parts/day';
import { walletTexts } from '../../texts/wallet';

/** The typed filter of transfers; empty: all. */
export interface TypedFilter {
  readonly from: string;
  readonly until: string;
  /** The id of an asset, or the symbol of one that was seen. */
  readonly asset: string;
  /** In whole units where the asset's decimals are known, else in base units. */
  readonly minAmount: string;
  readonly counterparty: string;
}

export const noFilter: TypedFilter = { from: '', until: '', asset: '', minAmount: '', counterparty: '' };

/** An asset of a transfer that was seen. */
export interface SeenAsset {
  readonly id: string;
  readonly symbol: string;
  readonly decimals?: number | null | undefined;
}

/** Finds the typed asset among those seen: by its id, or by a symbol that only one of them has. */
export function assetTyped(typed: string, seen: readonly SeenAsset[]): SeenAsset | undefined {
  const byId = seen.find(({ id }) => id === typed);
  const bySymbol = seen.filter(({ symbol }) => symbol.toLowerCase() === typed.toLowerCase());
  return byId ?? (bySymbol.length === 1 ? bySymbol[0] : undefined);
}

/** Returns the typed minimum in base units; undefined where it is no amount of the asset. */
export function minBaseUnits(
  { asset, minAmount }: TypedFilter,
  seen: readonly SeenAsset[],
): string | undefined {
  return baseUnitsOf(minAmount, assetTyped(asset, seen)?.decimals ?? 0);
}

/** Returns the problem of each part, in words. */
export function filterProblems(typed: TypedFilter, seen: readonly SeenAsset[]): Partial<TypedFilter> {
  const { from, until, asset, minAmount } = typed;
  const decimals = assetTyped(asset, seen)?.decimals ?? undefined;
  return {
    ...(from && !isDay(from) ? { from: walletTexts.filterDay } : {}),
    ...(until && !isDay(until) ? { until: walletTexts.filterDay } : {}),
    ...(minAmount && !asset
      ? { asset: walletTexts.filterMinNeeds }
      : minAmount && minBaseUnits(typed, seen) === undefined
        ? { minAmount: walletTexts.filterNumber(decimals) }
        : {}),
  };
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString();

/** A filter as the graph takes it: days are whole, in UTC, and the amount is in base units. */
export const filterVariables = (typed: TypedFilter, seen: readonly SeenAsset[]) => ({
  from: typed.from ? new Date(typed.from).toISOString() : null,
  until: typed.until ? dayAfter(typed.until) : null,
  asset: typed.asset ? (assetTyped(typed.asset, seen)?.id ?? typed.asset) : null,
  minAmount: typed.minAmount ? (minBaseUnits(typed, seen) ?? null) : null,
  counterparty: typed.counterparty || null,
});

export type FilterVariables = ReturnType<typeof filterVariables>;
