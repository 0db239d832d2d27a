import type { ListBirth } from '../../list/listEntry';

/** A date of birth whose parts a list gives one by one; null or no number where it does not say the part. */
export interface BirthParts {
  /** As published. */
  readonly text: string;
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
  readonly circa?: boolean;
}

const two = (part: number) => String(part).padStart(2, '0');

/** Returns a part that is a number from 1 on; null for `dd`, `00` and the like. */
const known = (part: string | null): number | null =>
  part !== null && /^0*[1-9]\d*$/.test(part.trim()) ? Number(part) : null;

/**
 * Returns the days that a date can mean: one day, a month or a year. A day of an unknown month is a year. A text
 * without a year of four digits, or with a day that the calendar does not have, keeps no days.
 */
export function birthOfParts({ text, year, month, day, circa = false }: BirthParts): ListBirth {
  const days =
    year !== null && /^\d{4}$/.test(year.trim()) ? daysOf(year.trim(), known(month), known(day)) : null;
  return { text, from: days?.[0] ?? null, to: days?.[1] ?? null, circa };
}

function daysOf(year: string, month: number | null, day: number | null): readonly [string, string] | null {
  if (month === null) return [`${year}-01-01`, `${year}-12-31`];
  if (month > 12) return null;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  if (day === null) return [`${year}-${two(month)}-01`, `${year}-${two(month)}-${two(last)}`];
  if (day > last) return null;
  const whole = `${year}-${two(month)}-${two(day)}`;
  return [whole, whole];
}

/** Reads `24/10/1972` (the day first), where a part that is not known stands as letters or zeros: `dd/mm/1971`. */
export function birthOfSlashes(text: string): ListBirth {
  const trimmed = text.trim();
  const [year = null, month = null, day = null] = trimmed.split('/').reverse();
  return birthOfParts({ text: trimmed, year, month, day });
}
