import type { HoldingRecord } from '../holding/holding.record';
import type { OutflowRecord } from '../outflow/outflow.record';
import type { MeasureRecord } from './measure.record';

/** The amounts of a measure in one asset, in base units. */
export interface MeasureAmount {
  /** CAIP-19 */
  readonly asset: string;
  /** The amount that the account holds; null: nobody has observed it. */
  readonly held: string | null;
  /** The amount that the measure itself handed to an authority; null: nothing was recorded with it. */
  readonly seized: string | null;
}

interface OnAccount {
  readonly holdings: readonly Pick<HoldingRecord, 'asset' | 'held'>[];
  readonly outflows: readonly Pick<OutflowRecord, '_id' | 'asset' | 'amount' | 'column'>[];
}

/** Returns the amounts of a measure: of its assets, or of all that its account has where it is on the account whole. */
export function measureAmounts(
  { assets, versions }: Pick<MeasureRecord, 'assets' | 'versions'>,
  { holdings, outflows }: OnAccount,
): MeasureAmount[] {
  const held = new Map(holdings.map((holding) => [holding.asset, holding.held ?? null]));
  // The event that took the measure also moved what it took.
  const taken = `${versions[0]?.sequence ?? ''}.`;
  const seized = new Map<string, bigint>();
  for (const { _id, asset, amount, column } of outflows) {
    if (column !== 'seized' || !_id.startsWith(taken)) continue;
    seized.set(asset, (seized.get(asset) ?? 0n) + BigInt(amount));
  }
  return [...new Set(assets ?? [...held.keys(), ...seized.keys()])].sort().map((asset) => ({
    asset,
    held: held.get(asset) ?? null,
    seized: seized.get(asset)?.toString() ?? null,
  }));
}
