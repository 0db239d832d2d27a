import { isDay } from '../../../../shared/scalars/date';
import type { ListBirth } from '../../list/listEntry';
import { readBirth } from '../ofac/birth.rules';

/** The UN's `type of date` and notes that mean: about then. */
const approximate = /approx|circa|about/i;

export interface BirthParts {
  readonly type: string | null;
  readonly date: string | null;
  readonly year: string | null;
  readonly fromYear: string | null;
  readonly toYear: string | null;
  readonly note: string | null;
}

/** Reads a date of birth: a day, a year, or years between which it lies. A note completes it. */
export function unBirth({ type, date, year, fromYear, toYear, note }: BirthParts): ListBirth | null {
  const circa = approximate.test(`${type ?? ''} ${note ?? ''}`);
  const remark = note !== null && !/^\s*approximately\s*$/i.test(note) ? note.trim() : null;
  const noted = (text: string) => (remark === null ? text : `${text} (${remark})`);
  if (date !== null) return { ...birthOfText(date, circa), text: noted(date.replace(/T.*$/, '')) };
  if (year !== null && remark !== null) {
    // `Sep.` beside a year.
    const both = birthOfText(`${remark} ${year}`, circa);
    if (both.from !== null) return both;
  }
  const [first, last] = [year ?? fromYear, year ?? toYear];
  if (first !== null || last !== null) {
    const text = `${circa ? 'circa ' : ''}${first === last ? first : `${first ?? '?'} to ${last ?? '?'}`}`;
    return { text: noted(text), from: dayOf(first, '01-01'), to: dayOf(last, '12-31'), circa };
  }
  return remark === null ? null : birthOfText(remark, circa);
}

const dayOf = (year: string | null, rest: string) =>
  year !== null && /^\d{4}$/.test(year) ? `${year}-${rest}` : null;

/** Reads a date as the UN writes it in a text: `1979-12-31`, `1955`, `31 Dec. 1979`, `August 1961`, `Approximately 1965`. */
export function birthOfText(text: string, circa = false): ListBirth {
  const trimmed = text.trim();
  const about = circa || approximate.test(trimmed);
  const day = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(trimmed)?.[1];
  if (isDay(day)) return { text: day, from: day, to: day, circa: about };
  const month = /^(\d{4})-(\d{2})$/.exec(trimmed);
  if (month && isDay(`${trimmed}-01`)) {
    const last = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate();
    return { text: trimmed, from: `${trimmed}-01`, to: `${trimmed}-${last}`, circa: about };
  }
  const plain = trimmed
    .replace(/^(?:approximately|approx\.?|about|circa)\s+/i, '')
    .replace(/\b(\p{Lu}\p{Ll}{2})\p{Ll}*\.?(?= |$)/gu, '$1')
    .replace(/^0(?=\d )/, '');
  const { from, to } = readBirth(plain);
  return { text: trimmed, from, to, circa: about };
}

const dateText = String.raw`(?:(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? )?\d{4}(?!\d)`;
const bornIn = new RegExp(
  String.raw`\b(?:born(?: on| in)?|DOB|DPOB|date of birth)(?::| -)? *((?:[a-h]\) *)?${dateText}(?: *[a-h]\) *${dateText})*)`,
  'gi',
);

/** The dates of birth that a note gives: `DOB: a) 11 Apr. 1960 b) 11 Apr. 1963`, `born in 1976`. */
export function birthsInNote(note: string): ListBirth[] {
  const text = note.replace(/\s+/g, ' ');
  return [...text.matchAll(bornIn)].flatMap(([, dates = '']) =>
    [...dates.matchAll(new RegExp(dateText, 'g'))]
      .map(([date]) => birthOfText(date))
      .filter(({ from }) => from !== null),
  );
}
