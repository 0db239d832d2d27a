/** The days of a calendar here are `YYYY-MM-DD`; they sort as texts. */

const dayMs = 86_400_000;
const sunday = 0;
const monday = 1;
const thursday = 4;
const saturday = 6;

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** A day so many days on, or before. */
export const daysLater = (day: string, days: number): string => dayOf(Date.parse(day) + days * dayMs);

/** 0 is Sunday. */
const weekday = (day: string): number => new Date(day).getUTCDay();

/** The n-th such weekday of a month (1 is January). */
function nth(n: number, of: number, [year, month]: readonly [number, number]): string {
  const first = dayOf(Date.UTC(year, month - 1, 1));
  return daysLater(first, ((of - weekday(first) + 7) % 7) + (n - 1) * 7);
}

function lastMonday(year: number, month: number): string {
  const last = dayOf(Date.UTC(year, month, 0));
  return daysLater(last, -((weekday(last) - monday + 7) % 7));
}

/** A holiday on a Saturday is observed on the Friday before, one on a Sunday on the Monday after (5 U.S.C. 6103(b), E.O. 11582). */
function observed(day: string): string {
  if (weekday(day) === saturday) return daysLater(day, -1);
  return weekday(day) === sunday ? daysLater(day, 1) : day;
}

/** Juneteenth is a legal public holiday since Public Law 117-17 of 17 June 2021. */
const firstJuneteenth = 2021;

/** The holidays that belong to a year; that of 1 January may be observed on 31 December before. */
function holidaysOf(year: number): string[] {
  const fixed = (monthAndDay: string) => observed(`${year}-${monthAndDay}`);
  return [
    fixed('01-01'),
    nth(3, monday, [year, 1]), // Martin Luther King, Jr.
    nth(3, monday, [year, 2]), // Washington
    lastMonday(year, 5), // Memorial Day
    ...(year >= firstJuneteenth ? [fixed('06-19')] : []),
    fixed('07-04'),
    nth(1, monday, [year, 9]), // Labor Day
    nth(2, monday, [year, 10]), // Columbus Day
    fixed('11-11'), // Veterans Day
    nth(4, thursday, [year, 11]), // Thanksgiving
    fixed('12-25'),
  ];
}

/**
 * Returns the weekdays of a year on which a legal public holiday of the United States is observed, sorted (5
 * U.S.C. 6103, in force since 1986). Two kinds of day are not counted, so that no due date is later because
 * of them. Inauguration Day is a holiday only for the District of Columbia and its surroundings. Days on
 * which an executive order closes federal offices are no legal holidays.
 */
export function federalHolidays(year: number): string[] {
  return [...holidaysOf(year), ...holidaysOf(year + 1)].filter((day) => day.startsWith(`${year}-`)).sort();
}

const byYear = new Map<number, ReadonlySet<string>>();

export function isFederalHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  let holidays = byYear.get(year);
  if (!holidays) byYear.set(year, (holidays = new Set(federalHolidays(year))));
  return holidays.has(day);
}

/** Monday to Friday, and no federal holiday. */
export const isBusinessDay = (day: string, isHoliday: (day: string) => boolean = isFederalHoliday): boolean =>
  weekday(day) !== saturday && weekday(day) !== sunday && !isHoliday(day);

/**
 * Returns the day by which an act is due within so many business days of a day. That day itself is not
 * counted, whatever day of the week it is, and the last one is.
 */
export function businessDaysAfter(
  day: string,
  count: number,
  isHoliday: (day: string) => boolean = isFederalHoliday,
): string {
  let due = day;
  for (let left = count; left > 0;) {
    due = daysLater(due, 1);
    if (isBusinessDay(due, isHoliday)) left--;
  }
  return due;
}
