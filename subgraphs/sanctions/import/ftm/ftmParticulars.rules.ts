import type { ListBirth, ListIdentifier } from '../../list/listEntry';
import type { FtmEntity } from './ftmEntity';

/** FollowTheMoney writes a day, a month or a year (ISO 8601, cut). */
export function ftmBirths(texts: readonly string[]): ListBirth[] {
  return texts.map((text) => {
    const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
    if (year === undefined) return { text, from: null, to: null, circa: false };
    if (day !== undefined) return { text, from: text, to: text, circa: false };
    if (month === undefined) return { text, from: `${year}-01-01`, to: `${year}-12-31`, circa: false };
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return { text, from: `${text}-01`, to: `${text}-${last}`, circa: false };
  });
}

/** The properties that hold a mark of identity. */
const marks = [
  'passportNumber',
  'idNumber',
  'taxNumber',
  'registrationNumber',
  'innCode',
  'ogrnCode',
  'leiCode',
  'swiftBic',
  'imoNumber',
  'mmsi',
  'callSign',
  'serialNumber',
  'registrationMark',
  'dunsCode',
  'uscCode',
  'npiCode',
  'email',
  'phone',
  'website',
] as const;

export function ftmIdentifiers(entity: FtmEntity, documents: readonly FtmEntity[]): ListIdentifier[] {
  const own = marks.flatMap((kind) =>
    (entity.properties[kind] ?? []).map((value) => ({
      kind,
      value,
      country: null,
      text: `${kind} ${value}`,
    })),
  );
  const held = documents.flatMap(({ schema, properties }) => {
    const kind = properties['type']?.[0] ?? schema;
    const country = properties['country']?.[0] ?? null;
    return (properties['number'] ?? []).map((value) => ({ kind, value, country, text: `${kind} ${value}` }));
  });
  const known = new Set(held.map(({ value }) => value));
  return [...held, ...own.filter(({ value }) => !known.has(value))];
}
