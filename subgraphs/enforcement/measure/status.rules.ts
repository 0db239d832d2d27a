import type { MeasureRecord } from './measure.record';
import {
  type AccountStatus,
  immovableKinds,
  type MeasureKind,
  measureKinds,
  statusUnder,
} from '../vocabulary/measureKinds';

/** The interval of a measure that the rules read. */
export type Interval = Pick<MeasureRecord, 'kind' | 'from' | 'to'>;

/** Tells if a measure is in force at an instant: from `from` on, and until the instant before `to`. */
export function inForceAt({ from, to }: Pick<Interval, 'from' | 'to'>, at: Date): boolean {
  return from <= at && (!to || at < to);
}

const strength = (kind: MeasureKind) => measureKinds.indexOf(kind);

/**
 * Returns the status of an account at an instant: that of the strongest measure in force, else OPEN. It is
 * derived from all of them, so the end of one never frees an account that is under another (DOMAIN, invariant
 * 10).
 */
export function statusAt(measures: readonly Interval[], at: Date): AccountStatus {
  const inForce = measures.filter((measure) => inForceAt(measure, at)).map(({ kind }) => kind);
  const strongest = inForce.sort((a, b) => strength(b) - strength(a))[0];
  return strongest ? statusUnder[strongest] : 'OPEN';
}

/**
 * Returns the time since which an account has been held without a gap, up to an instant. It is the start of
 * the chain of FREEZE, BLOCK, SEIZE and FORFEIT measures that overlap or touch (one ends at the instant at
 * which another begins). Null where it is not held.
 */
export function heldSince(measures: readonly Interval[], at: Date): Date | null {
  const begun = measures.filter(({ kind, from }) => immovableKinds.includes(kind) && from <= at);
  if (!begun.some((measure) => inForceAt(measure, at))) return null;
  let since = at;
  // Newest first: each begins no later than those before it, so one pass finds the whole chain.
  for (const { from, to } of [...begun].sort((a, b) => b.from.getTime() - a.from.getTime())) {
    if (!to || to >= since) since = from;
  }
  return since;
}
