/** The first and the last day that a date of FollowTheMoney can mean (ISO 8601, which may end early); null for no date. */
export function ftmDays(text: string): { readonly from: string; readonly to: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return null;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
  if (Number(day) < 1 || Number(day) > last) return null;
  return { from: `${year}-${month}-${day}`, to: `${year}-${month}-${day}` };
}

const daysOf = (texts: readonly string[]) => texts.flatMap((text) => ftmDays(text) ?? []);

/** The earliest day of several dates; null where there is none. */
export const earliest = (texts: readonly string[]): string | null =>
  daysOf(texts)
    .map(({ from }) => from)
    .sort()[0] ?? null;

/** The latest day of several dates; null where there is none. */
export const latest = (texts: readonly string[]): string | null =>
  daysOf(texts)
    .map(({ to }) => to)
    .sort()
    .at(-1) ?? null;
