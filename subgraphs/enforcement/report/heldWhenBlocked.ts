import type { MeasureRecord } from '../measure/measure.record';
import { actDay, endOfDay } from '../law/newYorkDay.rules';
import { type HeldAmount, reaching } from './blockedProperty.rules';
import { type HoldingEvents, type Holdings, holdingsAt } from './holdingsAt';

export type BlocksByAccount = ReadonlyMap<string, readonly MeasureRecord[]>;

/** Returns the amounts of each asset that accounts under blocks had at an instant. */
export async function heldAt(
  events: HoldingEvents,
  blocks: BlocksByAccount,
  asOf: Date,
): Promise<(accountId: string) => HeldAmount[]> {
  const [holdings] = await holdingsAt(events, [(accountId) => (blocks.has(accountId) ? asOf : undefined)]);
  return (accountId) =>
    (holdings?.get(accountId) ?? []).map(({ asset, held }) => ({ asset, held: held ?? null, note: '' }));
}

/**
 * Returns the blocked amounts of each asset: those held at the end of the day of the block (31 CFR
 * 501.603(b)(1) asks for the property as of then). Where an asset was gone by that evening, it is the amount
 * at the instant. Where nobody had observed it by then, it is a later observation, which the row marks.
 */
export async function heldWhenBlocked(
  events: HoldingEvents,
  blocks: BlocksByAccount,
  asOf: Date,
): Promise<(accountId: string) => HeldAmount[]> {
  const instantOf = (accountId: string, asset: string) => {
    const times = reaching(blocks.get(accountId) ?? [], asset).map(({ from }) => from.getTime());
    return times.length === 0 ? undefined : new Date(Math.min(...times));
  };
  const eveningOf = (accountId: string, asset: string) => {
    const instant = instantOf(accountId, asset);
    return instant && new Date(Math.min(endOfDay(actDay(instant)).getTime() - 1, asOf.getTime()));
  };
  const nowOf = (accountId: string, asset: string) => instantOf(accountId, asset) && asOf;
  const found = await holdingsAt(events, [eveningOf, instantOf, nowOf]);
  return (accountId) => {
    const assets = new Set(
      found.flatMap((holdings) => (holdings.get(accountId) ?? []).map(({ asset }) => asset)),
    );
    return [...assets].map((asset) =>
      choose(
        asset,
        found.map((holdings) => heldOf(holdings, accountId, asset)),
        asOf,
      ),
    );
  };
}

function choose(asset: string, [evening, instant, now]: readonly (string | null)[], asOf: Date): HeldAmount {
  const isSome = (held: string | null | undefined): held is string =>
    typeof held === 'string' && held !== '0';
  if (isSome(evening)) return { asset, held: evening, note: '' };
  if (isSome(instant)) return { asset, held: instant, note: 'when it was blocked: gone on the same day' };
  if (typeof evening === 'string') return { asset, held: evening, note: 'known to be nothing' };
  const note = `as of ${asOf.toISOString()}: nobody had observed it on the day of the blocking`;
  return isSome(now) ? { asset, held: now, note } : { asset, held: null, note: '' };
}

const heldOf = (holdings: Holdings, accountId: string, asset: string): string | null =>
  holdings.get(accountId)?.find((one) => one.asset === asset)?.held ?? null;
