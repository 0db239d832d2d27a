import type { ListAddress, ListAlias } from '../../list/listEntry';
import { scriptOf } from '../../list/scriptOf';
import type { RowKind } from '../../list/listReading';
import type { Tally } from '../tally';
import type { OfacRow } from './readRows';

export const aliasColumns = 5;
export const addressColumns = 6;

const aliasKinds: Readonly<Record<string, ListAlias['kind']>> = { aka: 'AKA', fka: 'FKA', nka: 'NKA' };

/** Groups the facts in rows of a further file by the entries that they name, in the order of the file. */
function byEntry<Fact>(
  rows: readonly OfacRow[],
  kind: RowKind,
  known: ReadonlySet<string>,
  tally: Tally,
  read: (row: OfacRow) => Fact | string | null,
): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const row of rows) {
    if (!known.has(row.entry)) {
      tally.orphan(kind, row, row.entry);
      continue;
    }
    const fact = read(row);
    if (typeof fact === 'string') tally.quarantine(kind, row, fact);
    else if (fact === null) tally.empty(kind);
    else {
      tally.fact(kind);
      const facts = found.get(row.entry);
      if (facts) facts.push(fact);
      else found.set(row.entry, [fact]);
    }
  }
  return found;
}

/** alt.csv: entry, number, aka | fka | nka, name, remarks. It holds the strong aliases. */
export function readAliases(rows: readonly OfacRow[], known: ReadonlySet<string>, tally: Tally) {
  return byEntry<ListAlias>(rows, 'ALIAS', known, tally, (row) => {
    const { entry, fields } = row;
    const type = fields[2] ?? '';
    const name = fields[3]?.trim();
    if (!name) return 'it has no name';
    // A name of an unknown kind is a name all the same: without it the party would not be found by it.
    if (!aliasKinds[type])
      tally.warn(row, `${JSON.stringify(type)} is not a known kind of alias: of entry ${entry}, kept as AKA`);
    return { name, strength: 'STRONG', kind: aliasKinds[type] ?? 'AKA', script: scriptOf(name) };
  });
}

/**
 * Reads add.csv: entry, number, street, city with state and postal code, country, remarks. A bare country is
 * an address.
 */
export function readAddresses(rows: readonly OfacRow[], known: ReadonlySet<string>, tally: Tally) {
  return byEntry<ListAddress>(rows, 'ADDRESS', known, tally, ({ fields }) => {
    const [, , street, city, country] = fields;
    const text = [street, city, country].filter((part) => part).join(', ');
    return text === '' ? null : { text, city: city ?? null, country: country ?? null };
  });
}
