/** A date with its parts in another order than the year first: `04/03/1961`. */
const otherOrder = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/;
const firstYear = 1800;

/**
 * Returns what is wrong with a birth date; null where it is YYYY, YYYY-MM or YYYY-MM-DD, and not after `today`. A date
 * whose day and month could be exchanged is never guessed.
 */
export function problemOfBirthDate(text: string, today: string): string | null {
  const other = otherOrder.exec(text);
  if (other) {
    const [, first, second] = other.map(Number);
    const isEither = first !== second && (first ?? 0) <= 12 && (second ?? 0) <= 12;
    return isEither
      ? `${JSON.stringify(text)} can be read in two orders: write it as YYYY-MM-DD`
      : `${JSON.stringify(text)} is not YYYY-MM-DD`;
  }
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!parts) return `${JSON.stringify(text.slice(0, 40))} is not YYYY, YYYY-MM or YYYY-MM-DD`;
  const [, year = '', month, day] = parts;
  if (Number(year) < firstYear) return `${text} is before ${firstYear}`;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return `${text} has no such month`;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (day !== undefined && (Number(day) < 1 || Number(day) > lastDay)) return `${text} is no day`;
  return text > today.slice(0, text.length) ? `${text} is in the future` : null;
}
