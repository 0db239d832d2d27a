import type { ListBirth } from '../../list/listEntry';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Days {
  readonly from: string;
  readonly to: string;
}

const two = (n: number) => String(n).padStart(2, '0');

/** The last day of a month (1 to 12). */
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Reads `10 Dec 1948`, `Dec 1948` or `1948`: the first and last day that it can mean. */
export function readDays(text: string): Days | null {
  const parts = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})$/.exec(text.trim());
  if (!parts) return null;
  const [, day, monthName, yearText] = parts;
  const year = Number(yearText);
  if (monthName === undefined) return { from: `${yearText}-01-01`, to: `${yearText}-12-31` };
  const month = months.indexOf(monthName) + 1;
  if (month === 0) return null;
  const last = lastDay(year, month);
  if (day === undefined)
    return { from: `${yearText}-${two(month)}-01`, to: `${yearText}-${two(month)}-${two(last)}` };
  if (Number(day) < 1 || Number(day) > last) return null;
  const whole = `${yearText}-${two(month)}-${two(Number(day))}`;
  return { from: whole, to: whole };
}

/**
 * Reads a date of birth as OFAC writes it: a day, a month, a year, a range (`1966 to 1967`, `1979-1982`), each with
 * `circa` or without. A text that is none of these keeps no days.
 */
export function readBirth(text: string): ListBirth {
  const circa = /^circa /i.test(text);
  const bare = text.replace(/^circa /i, '');
  const whole = readDays(bare);
  if (whole) return { text, ...whole, circa };
  const [first = '', last = '', more] = bare.split(/ to |(?<=\d{4})-(?=\d{4})/);
  const [from, to] = [readDays(first), readDays(last.replace(/^circa /i, ''))];
  if (more === undefined && from && to && from.from <= to.to)
    return { text, from: from.from, to: to.to, circa };
  return { text, from: null, to: null, circa };
}
