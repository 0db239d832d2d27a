import type { ListAlias, ListBirth, ListIdentifier, ListWallet } from '../../list/listEntry';
import { listWallet } from '../../list/listWallet';
import { scriptOf } from '../../list/scriptOf';
import { readBirth } from './birth.rules';
import { readIdentifier } from './identifier.rules';

/** The facts in the remarks of an entry. */
export interface RemarkFacts {
  aliases: ListAlias[];
  births: ListBirth[];
  birthPlaces: string[];
  nationalities: string[];
  genders: string[];
  identifiers: ListIdentifier[];
  wallets: ListWallet[];
  /** The names after `Linked To:`. */
  linkedTo: string[];
  /** Remarks that no rule parsed, word for word. */
  remarks: string[];
}

export const noRemarks = (): RemarkFacts => ({
  aliases: [],
  births: [],
  birthPlaces: [],
  nationalities: [],
  genders: [],
  identifiers: [],
  wallets: [],
  linkedTo: [],
  remarks: [],
});

/** The segments of remarks: they end with `;`, the last with a full stop. */
export function splitRemarks(remarks: string): string[] {
  return remarks
    .replace(/\.\s*$/, '')
    .split(/;\s*/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
}

const aliasKinds = { a: 'AKA', f: 'FKA', n: 'NKA' } as const;

type Rule = (segment: string, into: RemarkFacts, list: string) => boolean;

/** A rule for segments of one form: what it takes out of the match is put where it belongs. */
const rule =
  (form: RegExp, take: (parts: readonly string[], into: RemarkFacts, list: string) => void): Rule =>
  (segment, into, list) => {
    const parts = form.exec(segment);
    if (!parts) return false;
    take(parts, into, list);
    return true;
  };

const rules: readonly Rule[] = [
  rule(/^DOB:? (.+)$/, ([, text = ''], { births }) => births.push(readBirth(text))),
  rule(/^Digital Currency Address - (\S+) (.+)$/, ([, currency = '', address = ''], { wallets }, list) =>
    wallets.push(listWallet(list, currency, address)),
  ),
  rule(/^Linked To: (.+)$/, ([, name = ''], { linkedTo }) => linkedTo.push(name)),
  rule(/^([afn])\.k\.a\. '(.+)'$/, ([, letter = 'a', name = ''], { aliases }) =>
    // An alias that is quoted in the remarks is a weak one; alt.csv holds the strong ones.
    aliases.push({
      name,
      strength: 'WEAK',
      kind: aliasKinds[letter as keyof typeof aliasKinds],
      script: scriptOf(name),
    }),
  ),
  rule(/^POB:? (.+)$/, ([, place = ''], { birthPlaces }) => birthPlaces.push(place)),
  rule(/^(?:nationality|citizen) (.+)$/, ([, country = ''], { nationalities }) => {
    if (!nationalities.includes(country)) nationalities.push(country);
  }),
  rule(/^Gender (.+)$/, ([, gender = ''], { genders }) => genders.push(gender)),
  (segment, { identifiers }) => {
    const identifier = readIdentifier(segment);
    if (identifier) identifiers.push(identifier);
    return identifier !== null;
  },
];

/**
 * Reads one segment. `alt.` repeats the key that follows it (`alt. DOB 1936`), and where none follows the key of the
 * segment before. Answers whether a rule understood it; otherwise it is kept word for word.
 */
export function readSegment(segment: string, before: string, into: RemarkFacts, list: string): boolean {
  const alternative = /^alt\. (.+)$/i.exec(segment)?.[1];
  const candidates = alternative === undefined ? [segment] : [alternative];
  const key = alternative !== undefined && looksLikeValue(alternative) ? keyOf(before) : null;
  if (key !== null) candidates.push(`${key} ${alternative}`);
  if (candidates.some((candidate) => rules.some((read) => read(candidate, into, list)))) return true;
  into.remarks.push(segment);
  return false;
}

/**
 * Tells one word with a digit in it, with a country or not, or a date. Words without digits begin a segment
 * of their own.
 */
const looksLikeValue = (text: string) =>
  /^\S*\d\S*(?: \([^()]+\))?$/.test(text) || readBirth(text).from !== null;

/** The key of a segment that `alt.` may repeat without naming it. */
function keyOf(segment: string): string | null {
  const bare = segment.replace(/^alt\. /i, '');
  const named = /^(DOB|POB|Digital Currency Address - \S+|nationality|citizen)(?=:? )/.exec(bare)?.[1];
  return named ?? readIdentifier(bare)?.kind ?? null;
}

/** Reads all segments of an entry's remarks. */
export function readRemarks(segments: readonly string[], list: string): RemarkFacts {
  const facts = noRemarks();
  segments.forEach((segment, i) => readSegment(segment, segments[i - 1] ?? '', facts, list));
  return facts;
}
