import { countList } from '../../list/countList';
import type { ListEntry, ListLink } from '../../list/listEntry';
import type { ListReading } from '../../list/listReading';

/**
 * The CSV files of a list with what only the advanced XML says: the kinds of relations, the day of designation, and
 * names in other scripts. What the CSV says is kept; a relation that only the XML has is added.
 */
export function overlayAdvanced(csv: ListReading, advanced: ListReading): ListReading {
  const byEntry = new Map(advanced.entries.map((entry) => [entry.entry, entry]));
  const entries = csv.entries.map((entry) => {
    const more = byEntry.get(entry.entry);
    return more ? overlaid(entry, more) : entry;
  });
  return {
    ...csv,
    publishedOn: advanced.publishedOn,
    entries,
    counts: countList(entries, csv.counts),
    rows: csv.rows,
    quarantined: [...csv.quarantined, ...advanced.quarantined],
    statedDates: advanced.publishedOn === null ? [] : [{ file: advanced.file, day: advanced.publishedOn }],
    sourceFiles: [...(csv.sourceFiles ?? []), ...(advanced.sourceFiles ?? [])],
    orphans: (csv.orphans ?? 0) + (advanced.orphans ?? 0),
    warnings: [...(csv.warnings ?? []), ...(advanced.warnings ?? [])],
  };
}

function overlaid(entry: ListEntry, more: ListEntry): ListEntry {
  const known = new Set(entry.aliases.map(({ name }) => name));
  const scripts = more.aliases.filter(({ name, script }) => script !== 'Latn' && !known.has(name));
  const typed = new Set(more.links.flatMap(({ toEntry, text }) => [toEntry, text]));
  const untyped = entry.links.filter(({ toEntry, text }: ListLink) => !typed.has(toEntry ?? text));
  return {
    ...entry,
    listedOn: more.listedOn,
    aliases: [...entry.aliases, ...scripts],
    links: [...more.links, ...untyped],
  };
}
