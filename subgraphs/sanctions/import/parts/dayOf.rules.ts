import { isDay } from '../../../../shared/scalars/date';

/** Returns the day that a text begins with, YYYY-MM-DD; null for one that the calendar does not have. */
export function dayOfText(text: string | null | undefined): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text?.trim() ?? '')?.[0];
  return isDay(day) ? day : null;
}

/**
 * Returns the day of an instant in UTC, as an import judges days. A file that is written shortly after midnight east
 * of Greenwich would else be dated tomorrow.
 */
export function dayOfInstant(text: string | null | undefined): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text?.trim() ?? '')) return dayOfText(text);
  const time = new Date(text?.trim() ?? '');
  return Number.isNaN(time.getTime()) ? dayOfText(text) : time.toISOString().slice(0, 10);
}

/** Reads `24/02/2022`, the day first; null for anything else. */
export function dayOfSlashes(text: string | null | undefined): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text?.trim() ?? '') ?? [];
  const whole = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  return isDay(whole) ? whole : null;
}
