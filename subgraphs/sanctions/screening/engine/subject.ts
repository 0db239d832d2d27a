import type { ListEntry } from '../../list/listEntry';
import { countryCode } from '../../vocabulary/countryCode';
import { plainIdentifier } from '../../vocabulary/plainIdentifier';
import { nameForms } from './nameForms';
import { maxTokens, nameWords, type NameWords } from './nameTokens';

/** The subject to screen, as asked. */
export interface SubjectFacts {
  readonly name: string;
  /** Whether the name is a line in which names stand, such as the reference of a payment. */
  readonly isFreeText?: boolean | null | undefined;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly birthDate?: string | null | undefined;
  /** A country by its name or ISO 3166-1 alpha-2 code. */
  readonly nationality?: string | null | undefined;
  readonly kind?: ListEntry['kind'] | null | undefined;
  /** Numbers of passports, registers and the like. */
  readonly identifiers?: readonly string[] | null | undefined;
}

/** The first and last day, YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** One way to read the name of a subject (see NameForm). */
export interface SubjectForm {
  readonly words: NameWords;
  readonly isAside: boolean;
}

export interface Subject {
  readonly words: NameWords;
  /** All ways to read the name. The first is `words`. */
  readonly forms: readonly SubjectForm[];
  readonly birth: Days | null;
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string | null;
  readonly kind: ListEntry['kind'] | null;
  readonly identifiers: readonly string[];
}

export interface ReadSubject {
  /** Null where there is no name that could be screened. */
  readonly subject: Subject | null;
  /** The problem, for the caller. A wrong birth date does not keep the name from being screened. */
  readonly problem: string | null;
}

/** No name on a list is half as long. */
export const maxNameLength = 500;

/** Reads a subject. Never throws: an unreadable part is its `problem`. */
export function readSubject(facts: SubjectFacts): ReadSubject {
  const nameProblem = problemOfName(facts.name);
  if (nameProblem !== null) return { subject: null, problem: nameProblem };
  const isText = facts.isFreeText ?? false;
  const { forms, identifiers, isCut } = nameForms(facts.name);
  const words = nameWords(forms[0]?.name ?? facts.name, isText);
  if (words.tokens.length === 0)
    return { subject: null, problem: 'the name has no letters or digits that can be compared' };
  const problems: string[] = [];
  if (facts.name.includes('\uFFFD'))
    problems.push('the name has the sign of a lost character (U+FFFD): it is compared without it');
  if (isCut && !isText) problems.push(`the field has more names than are compared: screen them one by one`);
  if (words.tokens.length >= maxTokens)
    problems.push(`only the first ${maxTokens} words of the name are compared`);
  const birth = facts.birthDate ? birthDays(facts.birthDate) : null;
  if (facts.birthDate && !birth)
    problems.push(
      `${JSON.stringify(facts.birthDate.slice(0, 40))} is not a birth date (YYYY, YYYY-MM or YYYY-MM-DD): screened without it`,
    );
  const nationality = facts.nationality ? (countryCode(facts.nationality) ?? null) : null;
  if (facts.nationality && !nationality)
    problems.push(
      `${JSON.stringify(facts.nationality.slice(0, 40))} is not a known country: screened without it`,
    );
  return {
    subject: {
      words,
      forms: [
        { words, isAside: false },
        ...(isText ? [] : forms.slice(1)).map(({ name, isAside }) => ({ words: nameWords(name), isAside })),
      ].filter(({ words: { tokens } }) => tokens.length > 0),
      birth,
      nationality,
      kind: facts.kind ?? null,
      identifiers: [...(facts.identifiers ?? []), ...identifiers]
        .map(plainIdentifier)
        .filter((value) => value.length >= 4),
    },
    problem: problems.length > 0 ? problems.join('; ') : null,
  };
}

function problemOfName(name: string): string | null {
  if (name.trim() === '') return 'the name is empty';
  if (name.length > maxNameLength)
    return `the name has ${name.length} characters: at most ${maxNameLength} are screened`;
  if (!/[\p{L}\p{N}]/u.test(name)) return 'the name has no letters or digits';
  return null;
}

function birthDays(text: string): Days | null {
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim());
  if (!parts) return null;
  const [, year = '', month, day] = parts;
  if (Number(year) < 1800 || Number(year) > 2200) return null;
  const two = (part: string) => part.padStart(2, '0');
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return null;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (day === undefined) return { from: `${year}-${two(month)}-01`, to: `${year}-${two(month)}-${last}` };
  if (Number(day) < 1 || Number(day) > last) return null;
  const exact = `${year}-${two(month)}-${two(day)}`;
  return { from: exact, to: exact };
}
