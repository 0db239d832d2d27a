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

/** The days between which a day lies. `text` is there where a month or a year is all that is known of it. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
  readonly text?: string;
}

const read = (texts: readonly string[]) =>
  texts.flatMap((text) => {
    const days = ftmDays(text);
    return days ? [{ ...days, text: text.trim() }] : [];
  });

const last = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';
const first = (days: readonly string[]): string => [...days].sort()[0] ?? '';

/** Returns the earliest day of several dates, as precise as they are; null without dates. */
export function earliest(texts: readonly string[]): DaySpan | null {
  const all = read(texts);
  if (all.length === 0) return null;
  const span = { from: first(all.map(({ from }) => from)), to: first(all.map(({ to }) => to)) };
  return withText(
    span,
    all.filter(({ from }) => from <= span.to),
  );
}

/** Returns the latest day of several dates, as precise as they are; null without dates. */
export function latest(texts: readonly string[]): DaySpan | null {
  const all = read(texts);
  if (all.length === 0) return null;
  const span = { from: last(all.map(({ from }) => from)), to: last(all.map(({ to }) => to)) };
  return withText(
    span,
    all.filter(({ to }) => to >= span.from),
  );
}

function withText(span: DaySpan, candidates: readonly { readonly text: string }[]): DaySpan {
  if (span.from === span.to) return span;
  return { ...span, text: [...new Set(candidates.map(({ text }) => text))].sort().join('; ') };
}
