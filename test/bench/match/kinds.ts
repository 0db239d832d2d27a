import type { ListEntry } from '../../../subgraphs/sanctions/list/listEntry';
import type { SubjectFacts } from '../../../subgraphs/sanctions/screening/engine/subject';

/** Writes an entry as a client might, in one way; undefined where the entry does not have what the way needs. */
export type Kind = (entry: ListEntry, n: number) => SubjectFacts | undefined;

const pick = <T>(values: readonly T[], n: number): T | undefined => values[n % values.length];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** The family name and the given names of `FAMILY, Given Names`. */
function personName({ kind, name }: ListEntry): { family: string; given: string[] } | undefined {
  const [family = '', given = ''] = name.split(', ');
  const names = given.split(' ').filter((word) => /^\p{L}{3,}$/u.test(word));
  return kind === 'PERSON' && /^[\p{L}' -]{3,}$/u.test(family) && names.length > 0
    ? { family: capital(family), given: names }
    : undefined;
}

/** Given names whose first letter is one of these, written by it. */
function initials(letters: RegExp): Kind {
  return (entry, n) => {
    const name = personName(entry);
    if (!name || !letters.test(name.given[0] ?? '')) return undefined;
    const first = name.given[0]?.charAt(0).toUpperCase() ?? '';
    const all = name.given.map((given) => `${given.charAt(0).toUpperCase()}.`).join('');
    return {
      name: pick([`${first}. ${name.family}`, `${name.family} ${all}`, `${name.family}, ${first}`], n) ?? '',
    };
  };
}

const words = (name: string) =>
  name
    .replace(/\(.*?\)/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
const isForm = (word: string) =>
  /^(?:co|company|ltd|limited|llc|inc|corp|corporation|s\.?a|gmbh|jsc|pjsc|ojsc|ao|ooo|oao|plc|l\.?l\.?c|pvt|pte|fze|fzco|sarl|srl|liability|joint|stock|society|public|private|open|closed)[.,]*$/i.test(
    word,
  );

function organisation(change: (name: string[], n: number) => string[] | undefined): Kind {
  return ({ kind, name }, n) => {
    if (kind !== 'ORGANISATION' || /[^\x20-\x7e]/.test(name)) return undefined;
    const changed = change(words(name), n);
    return changed && { name: changed.join(' ') };
  };
}

const named = (name: readonly string[]) =>
  name.filter((word) => !isForm(word) && /^\p{L}{3,}[,.]?$/u.test(word));

/** One word that is neither a form nor the only name is left out. */
const dropWord = organisation((name, n) => {
  const names = named(name);
  if (names.length < 3) return undefined;
  const dropped = pick(names, n);
  return name.filter((word) => word !== dropped);
});

const dropForm = organisation((name) =>
  name.some(isForm) && named(name).length > 1 ? name.filter((word) => !isForm(word)) : undefined,
);

const typo = (word: string, n: number) => {
  const at = 1 + (n % Math.max(1, word.length - 2));
  const ways = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + 'J' + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  return pick(ways, n) ?? word;
};

const longForms: readonly (readonly [RegExp, string])[] = [
  [/^(?:ltd|limited)[.,]*$/i, 'LIMITED'],
  [/^(?:llc|l\.l\.c)[.,]*$/i, 'LIMITED LIABILITY COMPANY'],
  [/^(?:jsc|ao)[.,]*$/i, 'JOINT STOCK COMPANY'],
  [/^(?:co|company)[.,]*$/i, 'COMPANY'],
  [/^(?:corp|corporation)[.,]*$/i, 'CORPORATION'],
  [/^(?:inc)[.,]*$/i, 'INCORPORATED'],
];

const formTypo = organisation((name, n) => {
  const at = name.findIndex((word) => longForms.some(([form]) => form.test(word)));
  const long = longForms.find(([form]) => form.test(name[at] ?? ''))?.[1].split(' ');
  if (at < 1 || !long) return undefined;
  const wrong = n % long.length;
  return [
    ...name.slice(0, at),
    ...long.map((word, i) => (i === wrong ? typo(word, n) : word)),
    ...name.slice(at + 1),
  ];
});

const otherForm = organisation((name, n) => {
  const at = name.findIndex((word) => longForms.some(([form]) => form.test(word)));
  if (at < 1) return undefined;
  return [
    ...name.slice(0, at),
    pick(['COMP', 'OPEN JOINT STOCK Co.', '(주)', 'CO., LTD', 'Limited Company'], n) ?? '',
    ...name.slice(at + 1),
  ];
});

const wordTypo = organisation((name, n) => {
  const at = name.findIndex((word) => !isForm(word) && /^\p{L}{5,}$/u.test(word));
  return at < 0 ? undefined : name.map((word, i) => (i === at ? typo(word, n) : word));
});

const places = [
  'TEHRAN',
  'MOSCOW',
  'DUBAI',
  'IRAN',
  'RUSSIA',
  'HONG KONG',
  'DAMASCUS',
  'SYRIA',
  'PANAMA',
  'CHINA',
];
const placeMore = organisation((name, n) =>
  named(name).length > 1 ? [...name, pick(places, n) ?? ''] : undefined,
);
const moreWords = [
  'GROUP',
  'INTERNATIONAL',
  'TRADING',
  'HOLDING',
  'BRANCH',
  'GENERAL',
  'NEW',
  'SERVICES',
  'ALPHA',
  'SUNRISE',
];
const wordMore = organisation((name, n) => {
  if (named(name).length < 2) return undefined;
  const word = pick(moreWords, n) ?? '';
  return n % 2 ? [word, ...name] : [...name.slice(0, -1), word, ...name.slice(-1)];
});

/** The full name with its abbreviation in brackets, where the list has the abbreviation as another name. */
const bracketed: Kind = ({ kind, name, aliases }) => {
  const short = aliases.map((alias) => alias.name).find((alias) => /^[A-Z]{3,6}$/.test(alias));
  return kind === 'ORGANISATION' && short && named(words(name)).length > 1
    ? { name: `${name} (${short})` }
    : undefined;
};
/** The full name with an abbreviation of its initials in brackets, that the list does not have. */
const ownAbbreviation: Kind = ({ kind, name, aliases }) => {
  const names = named(words(name));
  const short = names
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
  return kind === 'ORGANISATION' && names.length > 2 && !aliases.some((alias) => alias.name === short)
    ? { name: `${words(name).join(' ')} (${short})` }
    : undefined;
};
/** One alias in brackets behind another name. */
const aliasInBrackets: Kind = ({ kind, name, aliases }, n) => {
  const other = pick(
    aliases.filter(({ strength, name: alias }) => strength === 'STRONG' && !/[^\x20-\x7e]|\(/.test(alias)),
    n,
  );
  return kind === 'ORGANISATION' && other ? { name: `${name} (${other.name})` } : undefined;
};
const listInOneField: Kind = ({ name, aliases }, n) => {
  const others = aliases
    .filter(({ strength, name: alias }) => strength === 'STRONG' && !/[^\x20-\x7e]|[(;/]/.test(alias))
    .slice(0, 2);
  return others.length === 2
    ? { name: [name, ...others.map((alias) => alias.name)].join(pick(['; ', ' / ', ' a.k.a. '], n)) }
    : undefined;
};

const vessel =
  (change: (name: string, entry: ListEntry, n: number) => string | undefined): Kind =>
  (entry, n) => {
    const name = entry.kind === 'VESSEL' ? change(entry.name, entry, n) : undefined;
    return name === undefined ? undefined : { name };
  };
const imo = ({ identifiers }: ListEntry) =>
  identifiers.map(({ value }) => /\bIMO (\d{7})\b/.exec(value)?.[1]).find((value) => value !== undefined);
const vesselPrefix = vessel((name, _, n) => `${pick(['M/V', 'M/T', 'MV', 'M.V.', 'S.S.', 'MT'], n)} ${name}`);
const vesselImo = vessel((name, entry) => (imo(entry) ? `${name} (IMO ${imo(entry)})` : undefined));
const vesselFlag = vessel((name, { identifiers }) => {
  const flag = identifiers.find(({ kind }) => kind === 'Vessel Flag')?.value;
  return flag ? `${name}, ${flag}` : undefined;
});
const arabicOf: Readonly<Record<string, string>> = {
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
  V: '5',
  VI: '6',
  VII: '7',
  VIII: '8',
  IX: '9',
  X: '10',
};
const vesselNumber = vessel((name) => {
  const last = name.split(' ').at(-1) ?? '';
  const number = arabicOf[last] ?? Object.keys(arabicOf).find((roman) => arabicOf[roman] === last);
  return number && name.includes(' ') ? [...name.split(' ').slice(0, -1), number].join(' ') : undefined;
});

const numbered =
  /passport|tax|national id|imo|registration|identification|cedula|rfc|curp|nit\b|ssn|license/i;
const identifierOf = ({ identifiers }: ListEntry) =>
  identifiers.find(
    ({ kind, value }) => numbered.test(kind) && /\d{6,}/.test(value.replace(/[^0-9A-Z]/gi, '')),
  );
const byIdentifier: Kind = (entry, n) => {
  const found = entry.kind === 'PERSON' ? identifierOf(entry) : undefined;
  if (!found) return undefined;
  const birthDate = entry.births[0]?.from ?? null;
  return {
    name: pick(['Anna Schmidt', 'John Carter', 'Wei Zhang', 'Marie Dubois'], n) ?? '',
    identifiers: [found.value],
    ...(n % 2 && birthDate ? { birthDate } : {}),
  };
};
const organisationByIdentifier: Kind = (entry) => {
  const found = entry.kind === 'ORGANISATION' ? identifierOf(entry) : undefined;
  return found && { name: 'Blue Harbour Consulting', identifiers: [found.value] };
};
const weakWithFacts: Kind = (entry, n) => {
  const weak = pick(
    entry.aliases.filter(({ strength, name }) => strength === 'WEAK' && /^[A-Za-z' -]{4,}$/.test(name)),
    n,
  );
  const [birth] = entry.births;
  if (entry.kind !== 'PERSON' || !weak || !birth?.from || birth.from !== birth.to) return undefined;
  const number = identifierOf(entry);
  return {
    name: weak.name,
    birthDate: birth.from,
    ...(entry.nationalities[0] ? { nationality: entry.nationalities[0] } : {}),
    ...(number && n % 2 ? { identifiers: [number.value] } : {}),
  };
};
const payment: Kind = ({ kind, name }, n) => {
  if (kind !== 'ORGANISATION' || named(words(name)).length < 2 || /[^\x20-\x7e]/.test(name)) return undefined;
  return {
    isFreeText: true,
    name:
      pick(
        [
          `/ORG/${name} ACC 40817810${1000 + n}`,
          `PAYMENT TO ${name} INV ${2000 + n}`,
          `${name} A/C NO ${77000 + n} REF ${n}`,
        ],
        n,
      ) ?? '',
  };
};
const joined: Kind = (entry, n) => {
  const name = personName(entry);
  return (
    name && {
      name:
        n % 2
          ? `${name.given.map(capital).join('')}${name.family}`
          : `${name.family}${name.given.map(capital).join('')}`.replace(/ /g, ''),
    }
  );
};
const personTypo: Kind = (entry, n) => {
  const name = personName(entry);
  return name && name.given.length < 3
    ? { name: [...name.given, typo(name.family, n)].join(' ') }
    : undefined;
};
const personPlace: Kind = (entry, n) => {
  const name = personName(entry);
  return name && name.given.length > 1
    ? { name: `${name.given.join(' ')} ${name.family} ${capital(pick(places, n) ?? '')}` }
    : undefined;
};
const dprk: Kind = ({ kind, name }) =>
  kind === 'ORGANISATION' && /\bKOREAN?\b/.test(name) && !/D\.?P\.?R/.test(name)
    ? { name: name.replace(/\bKOREAN?\b/, 'DPRK') }
    : undefined;

/** Each kind of written name that is measured; the list's spelling is Latin. */
export const kinds: Readonly<Record<string, Kind>> = {
  'initials I, V, X': initials(/^[IVX]/i),
  'other initials': initials(/^[^IVX]/i),
  'persons by number': byIdentifier,
  'organisations by number': organisationByIdentifier,
  'weak alias with facts': weakWithFacts,
  'name (abbreviation)': bracketed,
  'name (own abbreviation)': ownAbbreviation,
  'name (alias)': aliasInBrackets,
  'names in one field': listInOneField,
  'vessel M/V': vesselPrefix,
  'vessel (IMO …)': vesselImo,
  'vessel, flag': vesselFlag,
  'vessel number': vesselNumber,
  'organisation: a word less': dropWord,
  'organisation: no form': dropForm,
  'organisation: form with a slip': formTypo,
  'organisation: another form': otherForm,
  'organisation: word with a slip': wordTypo,
  'organisation: place more': placeMore,
  'organisation: word more': wordMore,
  'organisation: DPRK': dprk,
  'payment line': payment,
  'person without spaces': joined,
  'person with a slip': personTypo,
  'person: place more': personPlace,
};
