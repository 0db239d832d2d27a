import type { ListBirth, ListEntry } from '../../list/listEntry';
import { countryCode } from '../../vocabulary/countryCode';
import { identifierForms } from '../../vocabulary/identifierForms';
import type { ListedName } from './listedNames';
import { styleOf } from './scoreNames';
import type { Days, Subject } from './subject';

export type ModifierKind = 'BIRTH_DATE' | 'NATIONALITY' | 'KIND' | 'IDENTIFIER';

/** A fact beside the name that speaks for or against a match, and its weight. */
export interface Modifier {
  readonly kind: ModifierKind;
  /** Added to the score, which is 0 to 1. */
  readonly points: number;
  readonly text: string;
}

/** All that speaks against an equal name of the same kind leaves it over the default threshold: people lie about these. */
const points = {
  sameDay: 0.06,
  sameYear: 0.03,
  /** Lists and papers are a year apart too often to hold it against anybody. */
  nearYear: 0,
  fewYears: -0.07,
  otherYears: -0.14,
  sameCountry: 0.02,
  otherCountry: -0.05,
  otherKind: -0.12,
  sameIdentifier: 0.3,
};
const fewYears = 5;

/** The most that evidence can add: what the index may not pass over. */
export const maxRaise = points.sameDay + points.sameCountry + points.sameIdentifier;

/**
 * Returns the modifiers by the facts of an entry about a subject; only facts that both give. The dates of
 * birth for the matched name count beside those of the entry. Those of its other names never raise the score,
 * and keep it from being lowered: the list says that this person is known by them.
 */
export function weighEvidence(
  subject: Subject,
  entry: ListEntry,
  matched: Pick<ListedName, 'births'> = { births: [] },
): Modifier[] {
  return [
    birthModifier(
      subject,
      [...entry.births, ...matched.births],
      entry.aliases.flatMap(({ births = [] }) => births),
    ),
    nationalityModifier(subject, entry),
    kindModifier(subject, entry),
    identifierModifier(subject, entry),
  ].filter((modifier) => modifier !== null);
}

function birthModifier(
  { birth }: Subject,
  births: readonly ListBirth[],
  ofOtherNames: readonly ListBirth[],
): Modifier | null {
  if (!birth) return null;
  const best = closestBirth(birth, births);
  if (!best) return null;
  const other = best.points < 0 ? closestBirth(birth, ofOtherNames) : undefined;
  if (other && other.points > best.points)
    return {
      kind: 'BIRTH_DATE',
      points: Math.min(0, other.points),
      text: `born ${birth.from.slice(0, 4)}; the list says ${best.text}, and ${other.text} of another name`,
    };
  return { kind: 'BIRTH_DATE', ...best, text: `born ${birth.from.slice(0, 4)}; the list says ${best.text}` };
}

/** The listed date that speaks most for the subject, with its points; undefined where none is known. */
function closestBirth(
  birth: Days,
  births: readonly ListBirth[],
): Pick<Modifier, 'points' | 'text'> | undefined {
  return births
    .filter(({ from, to }) => from !== null && to !== null)
    .map(({ text, from, to, circa }) => ({
      text,
      points: birthPoints(birth.from, birth.to, from ?? '', to ?? '', circa),
    }))
    .reduce<Pick<Modifier, 'points' | 'text'> | undefined>(
      (best, one) => (best && best.points >= one.points ? best : one),
      undefined,
    );
}

const year = (day: string) => Number(day.slice(0, 4));

function birthPoints(from: string, to: string, listedFrom: string, listedTo: string, circa: boolean): number {
  if (from === to && listedFrom === listedTo && from === listedFrom) return points.sameDay;
  if (from <= listedTo && listedFrom <= to) return points.sameYear;
  const apart = Math.max(0, year(from) - year(listedTo), year(listedFrom) - year(to));
  if (apart === 0) return points.sameYear / 2;
  if (apart <= (circa ? 3 : 1)) return points.nearYear;
  return apart <= fewYears ? points.fewYears : points.otherYears;
}

function nationalityModifier({ nationality }: Subject, { nationalities }: ListEntry): Modifier | null {
  const known = nationalities.map(countryCode).filter((code) => code !== undefined);
  if (!nationality || known.length === 0) return null;
  const same = known.includes(nationality);
  // One that is not known may be the subject's.
  if (!same && known.length < nationalities.length) return null;
  return {
    kind: 'NATIONALITY',
    points: same ? points.sameCountry : points.otherCountry,
    text: `${nationality}; the list says ${nationalities.join(', ')}`,
  };
}

function kindModifier({ kind }: Subject, entry: ListEntry): Modifier | null {
  if (!kind || kind === entry.kind || kind === 'UNKNOWN' || entry.kind === 'UNKNOWN') return null;
  // Every list tells an organisation and a group apart differently.
  if (
    styleOf(kind) === styleOf(entry.kind) &&
    kind !== 'VESSEL' &&
    kind !== 'AIRCRAFT' &&
    entry.kind !== 'VESSEL' &&
    entry.kind !== 'AIRCRAFT'
  )
    return null;
  return { kind: 'KIND', points: points.otherKind, text: `${kind}; the list says ${entry.kind}` };
}

function identifierModifier({ identifiers }: Subject, entry: ListEntry): Modifier | null {
  const same = entry.identifiers.find(({ value }) =>
    identifierForms(value).some((form) => identifiers.includes(form)),
  );
  return same ? { kind: 'IDENTIFIER', points: points.sameIdentifier, text: same.text } : null;
}
