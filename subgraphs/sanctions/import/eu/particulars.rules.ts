import type { ListAddress, ListBirth, ListIdentifier } from '../../list/listEntry';
import { countryCode } from '../../vocabulary/countryCode';
import { birthOfParts } from '../parts/birthOfParts.rules';
import { attributeOf, oneLine } from '../xml/elementText';
import { childrenOf, type XmlElement } from '../xml/streamXml';

/** The country that an element names; null where the list says `00` and `UNKNOWN`. */
export function euCountry(element: XmlElement): string | null {
  const [name, code] = ['countryDescription', 'countryIso2Code'].map((field) => attributeOf(element, field));
  const [known, iso] = [name === 'UNKNOWN' ? null : name, code === '00' ? null : code];
  // `CONGO, Democratic Republic of (was Zaire)`: the code finds the country where its name does not.
  if (known && iso && countryCode(known) === undefined) return iso;
  return known ?? iso ?? null;
}

/** The country as the list writes it. */
function publishedCountry(element: XmlElement): string | null {
  const name = attributeOf(element, 'countryDescription');
  return name === null || name === 'UNKNOWN' ? euCountry(element) : name;
}

const remarksOf = (element: XmlElement): string[] =>
  childrenOf(element, 'remark').flatMap(({ text }) => oneLine(text) || []);

const present = (parts: readonly (string | null | undefined)[]): string[] =>
  parts.flatMap((part) => part || []);

/** The dates of birth: a day, a month, a year, or years between which it lies. A place alone is no date. */
export const euBirths = (entity: XmlElement): ListBirth[] =>
  childrenOf(entity, 'birthdate').flatMap((element) => birthOf(element) ?? []);

function birthOf(element: XmlElement): ListBirth | null {
  const of = (name: string) => attributeOf(element, name);
  const circa = of('circa') === 'true';
  const day = of('birthdate');
  const [year, month, date] = [of('year'), of('monthOfYear'), of('dayOfMonth')];
  const [from, to] = [of('yearRangeFrom'), of('yearRangeTo')];
  const calendar = of('calendarType');
  // The parts of a date are of its own calendar; `birthdate` is the same day in ours.
  if (day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day)) return birthOfDay(day, circa);
  const written = present([date, month, year]).join('.');
  if (calendar !== null && calendar !== 'GREGORIAN') {
    const text = present([written, day, from, to]).join(' ');
    return text === '' ? null : { text: `${text} (${calendar} calendar)`, from: null, to: null, circa };
  }
  const about = (text: string) => `${circa ? 'circa ' : ''}${text}`;
  if (year !== null) return birthOfParts({ text: about(written), year, month, day: date, circa });
  if (from !== null || to !== null) {
    const [first, last] = [from, to].map((part) =>
      birthOfParts({ text: '', year: part, month: null, day: null }),
    );
    const days = [first?.from ?? null, last?.to ?? null] as const;
    // A range that ends before it begins would speak against every date of birth.
    const [start, end] = days[0] !== null && days[1] !== null && days[0] > days[1] ? [null, null] : days;
    return { text: about(`${from ?? '?'} to ${to ?? '?'}`), from: start, to: end, circa };
  }
  const text = present([written, day]).join(' ');
  return text === '' ? null : { text: about(text), from: null, to: null, circa };
}

function birthOfDay(day: string, circa: boolean): ListBirth {
  const [year = null, month = null, date = null] = day.split('-');
  return birthOfParts({ text: circa ? `circa ${day}` : day, year, month, day: date, circa });
}

export const euBirthPlaces = (entity: XmlElement): string[] =>
  childrenOf(entity, 'birthdate').flatMap((element) => {
    const place = ['place', 'city', 'region'].map((part) => attributeOf(element, part));
    return present([...place, euCountry(element)]).join(', ') || [];
  });

/** Of each address its places; null where it has none. */
export const euAddresses = (entity: XmlElement): (ListAddress | null)[] =>
  childrenOf(entity, 'address').map((element) => {
    const of = (name: string) => attributeOf(element, name);
    const country = euCountry(element);
    const box = of('poBox');
    const parts = [
      of('street'),
      box && `PO Box ${box}`,
      of('place'),
      of('zipCode'),
      of('city'),
      of('region'),
      publishedCountry(element),
    ];
    const places = present(parts);
    if (places.length === 0) return null;
    return { text: [...places, ...remarksOf(element)].join(', '), city: of('city'), country };
  });

const flags = ['diplomatic', 'knownExpired', 'knownFalse', 'reportedLost', 'revokedByIssuer'];

/** The documents and other numbers, and the addresses of mail, web and telephone. `-` is no number. */
export function euIdentifiers(entity: XmlElement): ListIdentifier[] {
  const documents = childrenOf(entity, 'identification').flatMap((element): ListIdentifier[] => {
    const of = (name: string) => attributeOf(element, name);
    const numbers = new Set(present([of('number'), of('latinNumber')]).filter(hasNumber));
    const kind = of('identificationTypeDescription') ?? of('identificationTypeCode') ?? 'Identification';
    const text = documentText(element);
    return [...numbers].map((value) => ({ kind, value, country: euCountry(element), text }));
  });
  const contacts = childrenOf(entity, 'address').flatMap((address) =>
    childrenOf(address, 'contactInfo').flatMap((contact): ListIdentifier[] => {
      const [kind, value] = [attributeOf(contact, 'key') ?? 'Contact', attributeOf(contact, 'value')];
      return value === null ? [] : [{ kind, value, country: null, text: `${kind} ${value}` }];
    }),
  );
  const reference = attributeOf(entity, 'unitedNationId');
  const kind = 'UN reference number';
  return [
    ...documents,
    ...contacts,
    ...(reference === null ? [] : [{ kind, value: reference, country: null, text: `${kind} ${reference}` }]),
  ];
}

const hasNumber = (text: string) => /[\p{L}\p{N}]/u.test(text);

function documentText(element: XmlElement): string {
  const of = (name: string) => attributeOf(element, name);
  const [issued, until] = [of('issueDate') ?? of('validFrom'), of('validTo')];
  return present([
    of('identificationTypeDescription') ?? of('identificationTypeCode'),
    of('number'),
    of('latinNumber'),
    of('nameOnDocument'),
    of('issuedBy'),
    of('region'),
    euCountry(element),
    issued && `issued ${issued}`,
    until && `expires ${until}`,
    ...flags.filter((flag) => of(flag) === 'true'),
    ...remarksOf(element),
  ]).join(', ');
}

/** Documents without a number, notes on births and citizenships, and those on an address that names no place. */
export function partRemarks(entity: XmlElement): string[] {
  const documents = childrenOf(entity, 'identification')
    .filter(
      (element) => !['number', 'latinNumber'].some((name) => hasNumber(attributeOf(element, name) ?? '')),
    )
    .map((element) => `Document: ${documentText(element)}`);
  const noted = (elements: readonly XmlElement[]) =>
    elements.flatMap((element) => remarksOf(element).map((note) => `${element.name}: ${note}`));
  const places = euAddresses(entity);
  return [
    ...documents,
    ...noted(childrenOf(entity, 'address').filter((_, i) => places[i] === null)),
    ...noted(childrenOf(entity, 'birthdate')),
    ...noted(childrenOf(entity, 'citizenship')),
  ];
}
