import type { ActorKind } from '../../vocabulary/actorKinds';
import type { ListEntry, ListIdentifier, ListLink } from '../../list/listEntry';
import type { ReadEntry, UnreadEntry } from '../collectEntries';
import { aliasesOf, type OtherName } from '../parts/aliasesOf.rules';
import { birthOfSlashes } from '../parts/birthOfParts.rules';
import { dayOfSlashes } from '../parts/dayOf.rules';
import { distinct, distinctBy } from '../parts/distinct';
import { identifiersOf } from '../parts/labelledIdentifiers.rules';
import { walletsInTexts } from '../parts/walletsInTexts.rules';
import type { UkDocument, UkFacts, UkName } from './designation';
import type { UkKey } from './fields';

export const ukList = 'uk-fcdo';

const kinds: Readonly<Record<string, ActorKind>> = {
  individual: 'PERSON',
  entity: 'ORGANISATION',
  ship: 'VESSEL',
};

/** Returns the entry of a designation, as either file gives it. */
export function ukEntry(facts: UkFacts): ReadEntry | UnreadEntry {
  const of = (key: UkKey) =>
    distinct(facts.values.filter((one) => one.key === key).map(({ value }) => value));
  const [entry, otherId] = of('id');
  if (entry === undefined || /\s/.test(entry)) return { problem: 'it has no unique ID' };
  if (otherId !== undefined) return { problem: `it has two unique IDs, ${entry} and ${otherId}` };
  const main = mainName(facts.names);
  if (main === undefined) return { problem: `${entry} has no name` };
  const [subject] = of('subject');
  const kind = kinds[subject?.toLowerCase() ?? ''];
  const titles = of('title');
  const remarks = [
    ...of('text'),
    ...(kind === undefined ? [`Designation Type: ${subject ?? ''}`] : []),
    ...of('subsidiary').map((name) => `Subsidiary: ${name}`),
    ...unreadDays(of('designated')),
    ...of('remark'),
  ];
  return {
    aliasRows: [
      ...facts.names.filter((name) => name !== main).map(({ name }) => name !== ''),
      ...of('nonLatin').map(() => true),
    ],
    addressRows: facts.addresses.map(() => true),
    entry: {
      list: ukList,
      entry,
      actorId: `uk:${entry}`,
      kind: kind ?? 'UNKNOWN',
      name: main.name,
      aliases: aliasesOf(main.name, otherNames(facts.names, of('nonLatin'))),
      programmes: of('regime'),
      listedOn:
        of('designated')
          .flatMap((text) => dayOfSlashes(text) ?? [])
          .sort()[0] ?? null,
      title: titles.length > 0 ? titles.join('; ') : null,
      births: distinctBy(of('birth').map(birthOfSlashes), ({ text }) => text),
      birthPlaces: facts.birthPlaces,
      nationalities: of('nationality'),
      genders: of('gender'),
      identifiers: identifiers(facts, of),
      addresses: facts.addresses,
      wallets: walletsInTexts(ukList, remarks),
      links: links(of),
      remarks,
      ...updates(of('updated')),
    },
  };
}

const isPrimary = ({ type, name }: UkName) => name !== '' && /^primary name$/i.test(type);

/** The list marks the main name. Where it does not, the first one is. */
const mainName = (names: readonly UkName[]) => names.find(isPrimary) ?? names.find(({ name }) => name !== '');

/** A variation is a spelling of the main name. Only `Low quality a.k.a` is weak: an alias without a grade is not. */
const otherNames = (names: readonly UkName[], nonLatin: readonly string[]): OtherName[] => [
  ...names.flatMap(({ name, strength }) => (name === '' ? [] : [{ name, isWeak: /^low\b/i.test(strength) }])),
  ...nonLatin.map((name) => ({ name })),
];

function identifiers(facts: UkFacts, of: (key: UkKey) => string[]): ListIdentifier[] {
  const simple = (key: UkKey, kind: string) =>
    of(key).map((value): ListIdentifier => ({ kind, value, country: null, text: `${kind} ${value}` }));
  const all = [
    ...facts.passports.map((one) => documentOf('Passport', one)),
    ...facts.nationalIds.map((one) => documentOf('National Identifier', one)),
    ...of('registration').flatMap((field) => identifiersOf('Business Registration Number', field)),
    ...of('imo').map((text) => ({
      kind: 'IMO number',
      value: text.replace(/^IMO\s*(?=\d)/i, ''),
      country: null,
      text: `IMO number ${text}`,
    })),
    ...simple('hull', 'Hull Identification Number'),
    ...simple('reference', 'UN Reference Number'),
    ...simple('phone', 'Phone Number'),
    ...simple('email', 'Email Address'),
    ...simple('website', 'Website'),
  ];
  return distinctBy(
    all.flatMap((one) => one ?? []),
    ({ kind, value, text }) => `${kind}\n${value}\n${text}`,
  );
}

/** A document of which the list gives only words has these as its value; one without either is none. */
function documentOf(kind: string, { number, information }: UkDocument): ListIdentifier | null {
  if (number === '' && information === '') return null;
  return {
    kind,
    value: number || information,
    country: null,
    text: [kind, number, information].filter((part) => part !== '').join(', '),
  };
}

/** The parent companies own or control; who owns or operates a ship is not said. The names are resolved later. */
const links = (of: (key: UkKey) => string[]): ListLink[] => [
  ...of('parent').map((text): ListLink => ({ text, toEntry: null, kind: 'OWNED_OR_CONTROLLED_BY' })),
  ...of('owner').map((text): ListLink => ({ text, toEntry: null, kind: null })),
];

const unreadDays = (texts: readonly string[]) =>
  texts.filter((text) => dayOfSlashes(text) === null).map((text) => `Date Designated: ${text}`);

function updates(texts: readonly string[]): Pick<ListEntry, 'updatedOn'> {
  const days = distinct(texts.flatMap((text) => dayOfSlashes(text) ?? [])).sort();
  return days.length > 0 ? { updatedOn: days } : {};
}
