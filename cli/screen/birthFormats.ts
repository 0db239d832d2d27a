/** The order of the parts of a date in a file, as declared: the places of year, month and day, and the signs between. */
export interface BirthFormat {
  readonly text: string;
  readonly pattern: RegExp;
}

const parts = {
  YYYY: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{1,2})`,
};

/** Reads a format such as `DD/MM/YYYY`, `MM-DD-YYYY` or `DDMMYYYY`; undefined for what is none. */
export function birthFormat(text: string): BirthFormat | undefined {
  const found = text.match(/YYYY|MM|DD/g) ?? [];
  const signs = text.replace(/YYYY|MM|DD/g, '');
  if ([...found].sort().join() !== 'DD,MM,YYYY' || !/^[-./ ]*$/.test(signs)) return undefined;
  const exact = signs === '';
  const pattern = text.replace(/[./]/g, String.raw`\$&`).replace(/YYYY|MM|DD/g, (part) => {
    const one = parts[part as keyof typeof parts];
    return exact ? one.replace('{1,2}', '{2}') : one;
  });
  return { text, pattern: new RegExp(`^${pattern}$`) };
}

/** A date of birth as it is screened, or the reason why it cannot be. */
export type ReadBirth = { readonly date: string } | { readonly problem: string };

/**
 * Reads a date of birth as YYYY, YYYY-MM, YYYY-MM-DD, or in a declared format. A text that two declared formats read as different
 * days is not read: the wrong one would lower the score of the right party.
 */
export function readBirth(text: string, formats: readonly BirthFormat[]): ReadBirth {
  if (/^\d{4}(-\d{1,2}(-\d{1,2})?)?$/.test(text) && !formats.some(({ pattern }) => pattern.test(text)))
    return { date: text };
  const days = new Set(
    formats.flatMap(({ pattern }) => {
      const { year, month, day } = pattern.exec(text)?.groups ?? {};
      return year && month && day ? (realDay(year, month, day) ?? []) : [];
    }),
  );
  const [date, other] = days;
  const quoted = JSON.stringify(text.slice(0, 40));
  if (date === undefined)
    return {
      problem:
        formats.length === 0
          ? `${quoted} is not a birth date (YYYY, YYYY-MM or YYYY-MM-DD; others by --birth-format): screened without it`
          : `${quoted} is not a birth date (YYYY, YYYY-MM, YYYY-MM-DD, ${formats.map(({ text: one }) => one).join(', ')}): screened without it`,
    };
  if (other !== undefined)
    return { problem: `${quoted} may be the birth date ${date} or ${other}: screened without it` };
  return { date };
}

function realDay(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : undefined;
}
