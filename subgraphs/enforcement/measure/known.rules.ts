import type { MeasureRecord } from './measure.record';

/** Returns the measures as they are known now: without retracted ones. */
export const asKnownNow = (measures: readonly MeasureRecord[]): MeasureRecord[] =>
  measures.filter(({ retracted }) => !retracted);

/**
 * Returns the measures as they were known at an instant, each in the version of its last event until then.
 * One that was recorded later was not known. Sorted by their beginnings then.
 */
export function asKnownAt(measures: readonly MeasureRecord[], knownAt: Date): MeasureRecord[] {
  return measures
    .flatMap((measure) => {
      const known = measure.versions.filter(({ knownFrom }) => knownFrom <= knownAt).at(-1);
      if (!known || known.retracted) return [];
      const { kind, from, to, endReason, checker } = known;
      return [
        { ...measure, kind, from, to: to ?? null, endReason: endReason ?? null, checker: checker ?? null },
      ];
    })
    .sort((a, b) => a.from.getTime() - b.from.getTime());
}
