import { dayOf } from './day';

const dayMs = 24 * 60 * 60 * 1000;

export interface TimeRange {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** From a little before the first instant to a little after now. */
export function rangeOf(instants: readonly string[], now: number): TimeRange {
  const first = Math.min(now - 30 * dayMs, ...instants.map((instant) => Date.parse(instant)));
  const slack = Math.max(dayMs, (now - first) * 0.03);
  return { from: first - slack, to: now + slack };
}

/** Where an instant is in the range, in percent: 0 to 100. */
export const percentOf = ({ from, to }: TimeRange, instant: number): number =>
  Math.min(100, Math.max(0, ((instant - from) / (to - from)) * 100));

export const daysIn = ({ from, to }: TimeRange): number => Math.floor((to - from) / dayMs);

export const dayAt = ({ from }: TimeRange, index: number): string => dayOf(from + index * dayMs);
