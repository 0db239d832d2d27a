import type { ListEntry } from '../../list/listEntry';

/** A fact that one of the two files has and the other lacks. */
export interface OneSidedFact {
  readonly kind: string;
  readonly side: 'csv' | 'advanced';
  readonly text: string;
}

export interface MergedEntry {
  readonly entry: ListEntry;
  readonly oneSided: readonly OneSidedFact[];
}

/** The same words in another case, punctuation or width are the same fact. */
const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** An address has the same parts in another order. */
const foldParts = (text: string) => fold(text).split(' ').sort().join(' ');

interface Fold<Fact> {
  readonly kind: string;
  readonly key: (fact: Fact) => string;
  readonly text: (fact: Fact) => string;
}

const texts = (kind: string): Fold<string> => ({ kind, key: fold, text: (text) => text });

/** Merges the facts of one kind: those of the CSV files, and those that only the XML has. */
function mergeFacts<Fact>(
  csv: readonly Fact[],
  advanced: readonly Fact[],
  { kind, key, text }: Fold<Fact>,
  oneSided: OneSidedFact[],
): Fact[] {
  const [inCsv, inAdvanced] = [csv, advanced].map((facts) => new Set(facts.map(key)));
  for (const fact of csv)
    if (!inAdvanced?.has(key(fact))) oneSided.push({ kind, side: 'csv', text: text(fact) });
  const more = advanced.filter((fact) => !inCsv?.has(key(fact)));
  for (const fact of more) oneSided.push({ kind, side: 'advanced', text: text(fact) });
  return [...csv, ...more];
}

/**
 * Merges the facts of the CSV files and of the advanced XML about one entry. No fact of either is omitted.
 */
export function mergeEntries(csv: ListEntry, advanced: ListEntry): MergedEntry {
  const oneSided: OneSidedFact[] = [];
  const merge = <Fact>(one: readonly Fact[], other: readonly Fact[], by: Fold<Fact>) =>
    mergeFacts(one, other, by, oneSided);
  const entry: ListEntry = {
    ...csv,
    kind: csv.kind === 'UNKNOWN' ? advanced.kind : csv.kind,
    listedOn: advanced.listedOn ?? csv.listedOn,
    title: mergeTitles(csv.title, advanced.title),
    aliases: mergeAliases(csv, advanced, oneSided),
    programmes: merge(csv.programmes, advanced.programmes, texts('programs')),
    births: merge(csv.births, advanced.births, {
      kind: 'births',
      key: ({ from, to, text }) => (from === null ? fold(text) : `${from} ${to}`),
      text: ({ text }) => text,
    }),
    birthPlaces: merge(csv.birthPlaces, advanced.birthPlaces, texts('birth places')),
    nationalities: merge(csv.nationalities, advanced.nationalities, texts('nationalities')),
    genders: merge(csv.genders, advanced.genders, texts('genders')),
    identifiers: merge(csv.identifiers, advanced.identifiers, {
      kind: 'identifiers',
      key: ({ kind, value }) => `${fold(kind)} ${fold(value)}`,
      text: ({ text }) => text,
    }),
    addresses: merge(csv.addresses, advanced.addresses, {
      kind: 'addresses',
      key: ({ text }) => foldParts(text),
      text: ({ text }) => text,
    }),
    wallets: merge(csv.wallets, advanced.wallets, {
      kind: 'wallets',
      key: ({ currency, published }) => `${currency} ${published}`,
      text: ({ currency, published }) => `${currency} ${published}`,
    }),
    links: mergeLinks(csv, advanced, oneSided),
    remarks: merge(csv.remarks, advanced.remarks, texts('remarks')),
  };
  if (csv.kind !== advanced.kind) {
    oneSided.push({ kind: 'types', side: 'csv', text: csv.kind });
    oneSided.push({ kind: 'types', side: 'advanced', text: advanced.kind });
  }
  return { entry, oneSided };
}

function mergeTitles(csv: string | null, advanced: string | null): string | null {
  if (csv === null || advanced === null) return csv ?? advanced;
  return fold(csv).includes(fold(advanced)) ? csv : `${csv}; ${advanced}`;
}

/** Another main name is a strong alias; an alias that one file marks strong is strong. */
function mergeAliases(csv: ListEntry, advanced: ListEntry, oneSided: OneSidedFact[]): ListEntry['aliases'] {
  const named = { strength: 'STRONG', kind: 'AKA', script: 'Latn' } as const;
  const [ownName, otherName] = [csv, advanced].map(({ name }) => ({ ...named, name }));
  if (!ownName || !otherName) return csv.aliases;
  const [, ...merged] = mergeFacts(
    [ownName, ...csv.aliases],
    [otherName, ...advanced.aliases],
    { kind: 'aliases', key: ({ name }) => fold(name), text: ({ name }) => name },
    oneSided,
  );
  const strong = new Set(
    advanced.aliases.filter(({ strength }) => strength === 'STRONG').map(({ name }) => fold(name)),
  );
  return merged.map((alias) => (strong.has(fold(alias.name)) ? { ...alias, strength: 'STRONG' } : alias));
}

/** The XML says how two parties are linked, which the CSV files never do: its link stands for theirs. */
function mergeLinks(csv: ListEntry, advanced: ListEntry, oneSided: OneSidedFact[]): ListEntry['links'] {
  const typed = new Set(advanced.links.flatMap(({ toEntry, text }) => [toEntry, text]));
  const known = new Set(csv.links.flatMap(({ toEntry, text }) => [toEntry, text]));
  const untyped = csv.links.filter(({ toEntry, text }) => !typed.has(toEntry ?? text) && !typed.has(text));
  for (const { text } of untyped) oneSided.push({ kind: 'relationships', side: 'csv', text });
  for (const { toEntry, text } of advanced.links)
    if (!known.has(toEntry) && !known.has(text))
      oneSided.push({ kind: 'relationships', side: 'advanced', text });
  return [...advanced.links, ...untyped];
}
