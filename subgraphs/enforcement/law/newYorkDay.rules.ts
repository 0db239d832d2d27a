import { isTypedDay } from './typedDay.rules';
import { dayOf, daysLater } from './federalHolidays.rules';

/**
 * The calendar of OFAC, which is in Washington. The day of an act is the date of its instant in
 * America/New_York, and a due date ends with that day there. 31 CFR 501.603 names no time zone; this one
 * makes no due date later than OFAC's own calendar.
 */
const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

function read(at: Date): string {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}

const hourMs = 3_600_000;

/** Calendars are slow to ask, and thousands of blocks began on the same few days. */
const dayOfHour = new Map<number, string>();
const startOf = new Map<string, Date>();

/** The date of an instant in New York, YYYY-MM-DD. */
export function newYorkDay(at: Date): string {
  // Its clocks are whole hours from UTC, since 1883, so that no day begins within one.
  const hour = Math.floor(at.getTime() / hourMs);
  let day = dayOfHour.get(hour);
  if (day === undefined) dayOfHour.set(hour, (day = read(at)));
  return day;
}

/** The first instant of a day in New York. The clocks there change at two in the morning, never at midnight. */
export function startOfDay(day: string): Date {
  let start = startOf.get(day);
  if (!start) {
    const inSummer = new Date(`${day}T04:00:00Z`);
    start = read(inSummer) === day ? inSummer : new Date(`${day}T05:00:00Z`);
    startOf.set(day, start);
  }
  return new Date(start);
}

/**
 * Returns the day of an act under US law: the date of its instant in New York. Midnight in UTC was typed for
 * a day, and is that day. In New York it would be the evening before, and a block would come before its
 * designation.
 */
export const actDay = (at: Date): string => (isTypedDay(at) ? dayOf(at.getTime()) : newYorkDay(at));

/** Returns the instant of an act for comparing with days in New York: a typed day begins when it does there. */
export const actInstant = (at: Date): Date => (isTypedDay(at) ? startOfDay(actDay(at)) : at);

/** The first instant after a day in New York: from then on what was due on it is late. */
export const endOfDay = (day: string): Date => startOfDay(daysLater(day, 1));
