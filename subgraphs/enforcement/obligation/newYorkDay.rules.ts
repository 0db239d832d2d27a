import { daysLater } from './federalHolidays.rules';

/**
 * OFAC is in Washington: the day of an act is the date of its instant in America/New_York, and a due date ends with
 * that day there. 31 CFR 501.603 names no time zone; this one makes no due date later than OFAC's own calendar.
 */
const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

function read(at: Date): { day: string; hour: number } {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, hour: Number(parts['hour']) };
}

/** The date of an instant in New York, YYYY-MM-DD. */
export const newYorkDay = (at: Date): string => read(at).day;

/** The first instant of a day in New York. The clocks there change at two in the morning, never at midnight. */
export function startOfDay(day: string): Date {
  const inSummer = new Date(`${day}T04:00:00Z`);
  return read(inSummer).day === day ? inSummer : new Date(`${day}T05:00:00Z`);
}

/** The first instant after a day in New York: from then on what was due on it is late. */
export const endOfDay = (day: string): Date => startOfDay(daysLater(day, 1));
