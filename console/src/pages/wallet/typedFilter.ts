import { isDay } from '../../parts/day';
import { walletTexts } from '../../texts/pages';

/** The typed filter of transfers; empty: all. */
export interface TypedFilter {
  readonly from: string;
  readonly until: string;
  readonly asset: string;
  readonly minAmount: string;
  readonly counterparty: string;
}

export const noFilter: TypedFilter = { from: '', until: '', asset: '', minAmount: '', counterparty: '' };

/** Returns the problem of each part, in words. */
export function filterProblems({ from, until, asset, minAmount }: TypedFilter): Partial<TypedFilter> {
  return {
    ...(from && !isDay(from) ? { from: walletTexts.filterDay } : {}),
    ...(until && !isDay(until) ? { until: walletTexts.filterDay } : {}),
    ...(minAmount && !/^\d{1,78}$/.test(minAmount)
      ? { minAmount: walletTexts.filterNumber }
      : minAmount && !asset
        ? { asset: walletTexts.filterMinNeeds }
        : {}),
  };
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString();

/** A filter as the graph takes it: days are whole, in UTC. */
export const filterVariables = ({ from, until, asset, minAmount, counterparty }: TypedFilter) => ({
  from: from ? new Date(from).toISOString() : null,
  until: until ? dayAfter(until) : null,
  asset: asset || null,
  minAmount: minAmount || null,
  counterparty: counterparty || null,
});
