import type { ListAddress, ListBirth, ListIdentifier } from '../../list/listEntry';
import { ftmDays } from './ftmDays.rules';
import { type FtmEntity, valuesOf } from './ftmEntity';
import { ftmName } from './ftmNames.rules';

/** FollowTheMoney writes a day, a month or a year (ISO 8601, cut). */
export function ftmBirths(texts: readonly string[]): ListBirth[] {
  return texts.map((text) => {
    const days = ftmDays(text);
    return { text, from: days?.from ?? null, to: days?.to ?? null, circa: false };
  });
}

/** The properties that hold a mark of identity. */
const marks = [
  'passportNumber',
  'socialSecurityNumber',
  'idNumber',
  'taxNumber',
  'vatCode',
  'registrationNumber',
  'innCode',
  'ogrnCode',
  'okpoCode',
  'kppCode',
  'bikCode',
  'pfrNumber',
  'leiCode',
  'swiftBic',
  'dunsCode',
  'uscCode',
  'npiCode',
  'uniqueEntityId',
  'giinNumber',
  'cageCode',
  'bvdId',
  'permId',
  'cikCode',
  'voenCode',
  'jibCode',
  'imoNumber',
  'mmsi',
  'crsNumber',
  'callSign',
  'serialNumber',
  'icaoCode',
  'registrationMark',
  'isin',
  'isinCode',
  'figiCode',
  'ticker',
  'iban',
  'bic',
  'accountNumber',
  'wikidataId',
  'email',
  'phone',
  'website',
] as const;

export function ftmIdentifiers(entity: FtmEntity, documents: readonly FtmEntity[]): ListIdentifier[] {
  const own = marks.flatMap((kind) =>
    valuesOf(entity, kind).map((value) => ({ kind, value, country: null, text: `${kind} ${value}` })),
  );
  const held = documents.flatMap((document) => {
    const [first] = valuesOf(document, 'type');
    const kind = first ?? document.schema;
    const country = valuesOf(document, 'country')[0] ?? null;
    const dates = [
      ...valuesOf(document, 'startDate').map((day) => `from ${day}`),
      ...valuesOf(document, 'endDate').map((day) => `until ${day}`),
    ];
    return valuesOf(document, 'number').map((value) => ({
      kind,
      value,
      country,
      text: [`${kind} ${value}`, ...dates].join(', '),
    }));
  });
  const known = new Set(held.map(({ value }) => value));
  return [...held, ...own.filter(({ value }) => !known.has(value))];
}

const addressParts = [
  'street',
  'street2',
  'postOfficeBox',
  'postalCode',
  'city',
  'region',
  'state',
  'country',
];

/** The addresses, and each country that none of them is in. */
export function ftmAddresses(entity: FtmEntity, byId: ReadonlyMap<string, FtmEntity>): ListAddress[] {
  const full = valuesOf(entity, 'addressEntity').flatMap((id): ListAddress[] => {
    const address = byId.get(id);
    if (!address) return [];
    const [whole] = valuesOf(address, 'full');
    const joined = addressParts.flatMap((part) => valuesOf(address, part)).join(', ');
    return [
      {
        text: whole ?? address.caption ?? (joined === '' ? ftmName(address) : joined),
        city: valuesOf(address, 'city')[0] ?? null,
        country: valuesOf(address, 'country')[0] ?? null,
      },
    ];
  });
  const plain = valuesOf(entity, 'address').map((text) => ({ text, city: null, country: null }));
  const placed = new Set(full.flatMap(({ country }) => country ?? []));
  const countries = ['country', 'jurisdiction', 'mainCountry'].flatMap((property) =>
    valuesOf(entity, property),
  );
  const alone = [...new Set(countries)].filter((country) => !placed.has(country));
  return [...full, ...plain, ...alone.map((text) => ({ text, city: null, country: text }))];
}

/** The properties that other rules read, or that say nothing of the party. */
const readElsewhere: ReadonlySet<string> = new Set([
  ...marks,
  ...['name', 'alias', 'weakAlias', 'previousName', 'pastNames', 'abbreviation'],
  ...['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'],
  ...['topics', 'title', 'position', 'birthDate', 'birthPlace', 'birthCountry', 'gender'],
  ...[
    'nationality',
    'citizenship',
    'flag',
    'country',
    'jurisdiction',
    'mainCountry',
    'address',
    'addressEntity',
  ],
  ...['notes', 'summary', 'description', 'publicKey', 'currency', 'holder', 'program', 'programId'],
  ...['parent', 'owner', 'issuer', 'operator', 'subsidiaryOf', 'modifiedAt'],
  ...['sourceUrl', 'publisher', 'publisherUrl', 'retrievedAt', 'createdAt', 'proof', 'programUrl'],
]);

/** Of a Sanction, what has no field of its own. */
const ofSanction = [
  'reason',
  'provisions',
  'status',
  'duration',
  'summary',
  'unscId',
  'recordId',
  'authorityId',
];

/** The notes, what Sanctions say beside their dates, and every property that no rule reads, with its name. */
export function ftmRemarks(entity: FtmEntity, sanctions: readonly FtmEntity[]): string[] {
  const notes = ['notes', 'summary', 'description'].flatMap((property) => valuesOf(entity, property));
  const rest = Object.keys(entity.properties)
    .filter((property) => !readElsewhere.has(property))
    .sort()
    .flatMap((property) => valuesOf(entity, property).map((value) => `${property}: ${value}`));
  const sanctionNotes = sanctions.flatMap((sanction) =>
    ofSanction.flatMap((property) => valuesOf(sanction, property).map((value) => `${property}: ${value}`)),
  );
  return [...new Set([...notes, ...sanctionNotes, ...rest])];
}
