import type { ListEntry, ListIdentifier } from '../../list/listEntry';
import type { RemarkFacts } from './remarks.rules';
import type { OfacRow } from './readRows';

/** The columns of sdn.csv and cons_prim.csv (OFAC's data specification). */
export const entryColumns = 12;
const column = { name: 1, type: 2, programmes: 3, title: 4, remarks: 11 } as const;

/** The columns that only ships have, with their names as identifiers. */
const vesselColumns = [
  [5, 'Call Sign'],
  [6, 'Vessel Type'],
  [7, 'Tonnage'],
  [8, 'Gross Registered Tonnage'],
  [9, 'Vessel Flag'],
  [10, 'Vessel Owner'],
] as const;

const kinds: Readonly<Record<string, ListEntry['kind']>> = {
  individual: 'PERSON',
  vessel: 'VESSEL',
  aircraft: 'AIRCRAFT',
};

/** Programmes are written `DPRK] [DPRK2`. */
const readProgrammes = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split('] [')
    .map((programme) => programme.trim())
    .filter((programme) => programme !== '');

export const remarksOf = ({ fields }: OfacRow): string | null => fields[column.remarks] ?? null;

export const nameOf = ({ fields }: OfacRow): string | null => fields[column.name]?.trim() || null;

/**
 * Returns the reason why a row cannot be an entry, or null. An unknown type is no reason: the party would go
 * unscreened.
 */
export const entryProblem = (row: OfacRow): string | null => (nameOf(row) === null ? 'it has no name' : null);

/** Returns the warning about the type of an entry, or null. The entry stays listed. */
export function typeWarning({ entry, fields }: OfacRow): string | null {
  const type = fields[column.type];
  return type === null || type === undefined || kinds[type]
    ? null
    : `${JSON.stringify(type)} is not a known type of party: entry ${entry} is listed and screened as of unknown kind`;
}

/** OFAC leaves the type of an organisation out. */
const kindOf = (type: string | null | undefined): ListEntry['kind'] =>
  type === null || type === undefined ? 'ORGANISATION' : (kinds[type] ?? 'UNKNOWN');

/** The entry of a row with what its remarks say; names and addresses of other files are added to it. */
export function entryOfRow(list: string, row: OfacRow, remarks: RemarkFacts): ListEntry {
  const { linkedTo, identifiers, ...facts } = remarks;
  return {
    list,
    entry: row.entry,
    actorId: `ofac:${row.entry}`,
    kind: kindOf(row.fields[column.type]),
    name: nameOf(row) ?? '',
    programmes: readProgrammes(row.fields[column.programmes]),
    listedOn: null,
    title: row.fields[column.title] ?? null,
    ...facts,
    identifiers: [...vesselIdentifiers(row), ...identifiers],
    addresses: [],
    links: linkedTo.map((text) => ({ text, toEntry: null, kind: null })),
  };
}

function vesselIdentifiers({ fields }: OfacRow): ListIdentifier[] {
  return vesselColumns.flatMap(([at, kind]) => {
    const value = fields[at];
    return value ? [{ kind, value, country: null, text: `${kind} ${value}` }] : [];
  });
}
