import { countList } from '../../list/countList';
import type { ListEntry } from '../../list/listEntry';
import type { ListReading, ReadingDifference, RowCount } from '../../list/listReading';
import { mergeEntries } from './mergeEntries.rules';
import { linkResolver } from './resolveLinks';

/**
 * Reconciles the CSV files of a list with its advanced XML, entry by entry. Entries of either are listed. A
 * fact that only the XML has carries its file, and differences are counted. Where the CSV files have entries
 * that the XML lacks, the two are not of one publication. Then the date of the XML is not the date of the
 * list.
 */
export function reconcileAdvanced(csv: ListReading, advanced: ListReading): ListReading {
  const differences = countDifferences();
  const inAdvanced = new Map(advanced.entries.map((entry) => [entry.entry, entry]));
  const inCsv = new Set(csv.entries.map(({ entry }) => entry));
  const merged = csv.entries.map((entry): ListEntry => {
    const more = inAdvanced.get(entry.entry);
    if (!more) {
      differences.note('entries', csv.file, entry.entry);
      return entry;
    }
    const { entry: both, oneSided } = mergeEntries(entry, more);
    for (const { kind, side } of oneSided)
      differences.note(kind, side === 'csv' ? csv.file : advanced.file, entry.entry);
    const facts = oneSided.flatMap(({ kind, side, text }) => (side === 'csv' ? [] : `${kind}: ${text}`));
    return facts.length === 0 ? both : { ...both, origins: [{ file: advanced.file, facts }] };
  });
  const added = advanced.entries
    .filter(({ entry }) => !inCsv.has(entry))
    .map((entry): ListEntry => {
      differences.note('entries', advanced.file, entry.entry);
      return { ...entry, origins: [{ file: advanced.file, facts: ['entries'] }] };
    });
  const entries = resolveOpenLinks([...merged, ...added]);
  const csvOnly = csv.entries.filter(({ entry }) => !inAdvanced.has(entry)).length;
  const undated = `${advanced.file} lacks ${csvOnly} entries of ${csv.file}: it is of another publication, and its date is not theirs`;
  return {
    ...csv,
    publishedOn: csvOnly === 0 ? advanced.publishedOn : null,
    statedDates: advanced.publishedOn === null ? [] : [{ file: advanced.file, day: advanced.publishedOn }],
    entries,
    counts: countList(entries, {
      aliases: added.reduce((sum, { aliases }) => sum + aliases.length, csv.counts.aliases),
      addresses: added.reduce((sum, { addresses }) => sum + addresses.length, csv.counts.addresses),
    }),
    rows: sumRows([...csv.rows, ...advanced.rows]),
    quarantined: [...csv.quarantined, ...advanced.quarantined],
    sourceFiles: [...(csv.sourceFiles ?? []), ...(advanced.sourceFiles ?? [])],
    orphans: (csv.orphans ?? 0) + (advanced.orphans ?? 0),
    warnings: [...(csvOnly === 0 ? [] : [undated]), ...(csv.warnings ?? []), ...(advanced.warnings ?? [])],
    differences: differences.all(),
  };
}

/** Names of the CSV files may be those of parties that only the XML has. */
function resolveOpenLinks(entries: readonly ListEntry[]): ListEntry[] {
  const resolve = linkResolver(entries);
  return entries.map((entry) =>
    entry.links.every(({ toEntry }) => toEntry !== null)
      ? entry
      : {
          ...entry,
          links: entry.links.map((link) => ({ ...link, toEntry: link.toEntry ?? resolve(link.text) })),
        },
  );
}

function sumRows(counts: readonly RowCount[]): RowCount[] {
  const sums = new Map<string, RowCount>();
  for (const count of counts) {
    const sum = sums.get(count.kind);
    sums.set(
      count.kind,
      sum
        ? {
            kind: count.kind,
            rows: sum.rows + count.rows,
            facts: sum.facts + count.facts,
            empty: sum.empty + count.empty,
            quarantined: sum.quarantined + count.quarantined,
          }
        : count,
    );
  }
  return [...sums.values()];
}

/** The entries that a difference names; it counts all. */
const maxNamed = 20;

function countDifferences() {
  const found = new Map<string, { kind: string; file: string; count: number; entries: string[] }>();
  return {
    note(kind: string, file: string, entry: string) {
      const key = `${kind} ${file}`;
      const known = found.get(key) ?? { kind, file, count: 0, entries: [] };
      found.set(key, known);
      known.count++;
      if (known.entries.at(-1) !== entry && known.entries.length < maxNamed) known.entries.push(entry);
    },
    all: (): ReadingDifference[] => [...found.values()],
  };
}
