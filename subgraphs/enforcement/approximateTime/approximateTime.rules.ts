import type { ApproximateTime } from './approximateTime.record';

/** The days that a time may have been on, YYYY-MM-DD; null: open. */
export interface Days {
  readonly from?: string | null;
  readonly to?: string | null;
}

const dayMs = 86_400_000;

/** Tells if two times have no day in common. A time without days may have been any. */
export function areApart(a: Days | null, b: Days | null): boolean {
  return endsBefore(a, b) || endsBefore(b, a);
}

const endsBefore = (a: Days | null, b: Days | null): boolean => Boolean(a?.to && b?.from && a.to < b.from);

export function areSame(a: Days | null, b: Days | null): boolean {
  return (a?.from ?? null) === (b?.from ?? null) && (a?.to ?? null) === (b?.to ?? null);
}

/** Tells if `outer` is known to have every day of `inner`. */
export function holds(outer: Days, inner: Days): boolean {
  return Boolean(
    outer.from && outer.to && inner.from && inner.to && outer.from <= inner.from && inner.to <= outer.to,
  );
}

/** Tells if a time is known at all. */
export function isDated(time: Days | null): time is Days {
  return Boolean(time?.from ?? time?.to);
}

/** A year or longer: a value is one of that whole time. A shorter one dates something that happened in it. */
export function isPeriod(time: Days | null): boolean {
  if (!time?.from || !time.to) return false;
  return Date.parse(time.to) - Date.parse(time.from) >= 364 * dayMs;
}

/**
 * The days of a time as files of claims write it: `2022`, `2022-03`, `2023-05-23 (year from dateline)`, `2021/2022`,
 * `> 1 year before 2023-05-25`. Anything else is kept as text without days: a year that nobody gave is not added.
 */
export function parseApproximateTime(text: string): ApproximateTime {
  const bare = text.replace(/\s*\([^)]*\)\s*$/, '').trim();
  const before = /^> ?1 year before (\d{4}-\d{2}-\d{2})$/.exec(bare)?.[1];
  if (before !== undefined && daysOf(before)) return { text, from: null, to: dayBeforeAYearBefore(before) };
  const [from, to = from, more] = bare.split('/');
  const [first, last] = [daysOf(from), daysOf(to)];
  if (more !== undefined || !first || !last || first.from > last.to) return { text, from: null, to: null };
  return { text, from: first.from, to: last.to };
}

/** The first and the last day of a year, a month or a day. */
function daysOf(text = ''): { from: string; to: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const from = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const start = new Date(`${from}T00:00:00Z`);
  if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(from)) return null;
  if (day !== undefined) return { from, to: from };
  // Months count from 0: a month's own number is the month after it.
  const next = month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1);
  return { from, to: new Date(next - dayMs).toISOString().slice(0, 10) };
}

function dayBeforeAYearBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() - 1, at.getUTCMonth(), at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}
