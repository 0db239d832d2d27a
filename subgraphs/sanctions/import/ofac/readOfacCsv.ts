import { basename } from 'node:path';
import type { ListEntry } from '../../list/listEntry';
import { countList } from '../../list/countList';
import type { ListReading } from '../../list/listReading';
import { startTally, type Tally } from '../tally';
import { entryColumns, entryOfRow, entryProblem, typeWarning } from './entryRow';
import { joinRemarks } from './joinRemarks';
import type { OfacFiles } from './ofacFiles';
import { addressColumns, aliasColumns, readAddresses, readAliases } from './otherNames';
import { type OfacRow, readRows } from './readRows';
import { readRemarks } from './remarks.rules';
import { linkResolver } from './resolveLinks';

/** A list whose links are not looked up yet: they may lead to the sister list. */
interface Draft {
  readonly files: OfacFiles;
  readonly entries: readonly ListEntry[];
  readonly tally: Tally;
  readonly aliasRows: number;
  readonly addressRows: number;
}

/** Reads OFAC's CSV files, both lists together: a link of one may name a party of the other. Throws ImportError. */
export function readOfacCsv(lists: readonly OfacFiles[]): ListReading[] {
  const drafts = lists.map(draftOf);
  const resolve = linkResolver(onePerNumber(drafts.flatMap(({ entries }) => entries)));
  return drafts.map((draft) => readingOf(draft, resolve));
}

/** A party that is on both lists, under one number, is one party. */
function onePerNumber(entries: readonly ListEntry[]): ListEntry[] {
  return [...new Map([...entries].reverse().map((entry) => [entry.entry, entry])).values()];
}

function draftOf(files: OfacFiles): Draft {
  const tally = startTally();
  const rows = entryRows(files, tally);
  const known = new Set(rows.map(({ entry }) => entry));
  const read = (file: string | null, kind: 'ALIAS' | 'ADDRESS' | 'COMMENT', columns: number) =>
    file === null ? [] : readRows(file, kind, columns, tally);
  const aliasRows = read(files.alt, 'ALIAS', aliasColumns);
  const addressRows = read(files.add, 'ADDRESS', addressColumns);
  const aliases = readAliases(aliasRows, known, tally);
  const addresses = readAddresses(addressRows, known, tally);
  const segments = joinRemarks(rows, read(files.comments, 'COMMENT', 2), tally);
  const entries = rows.map((row): ListEntry => {
    const own = segments.get(row.entry) ?? [];
    own.forEach(() => tally.fact('REMARK'));
    const entry = entryOfRow(files.list, row, readRemarks(own, files.list));
    return {
      ...entry,
      aliases: [...(aliases.get(row.entry) ?? []), ...entry.aliases],
      addresses: addresses.get(row.entry) ?? [],
    };
  });
  return { files, entries, tally, aliasRows: aliasRows.length, addressRows: addressRows.length };
}

/** The rows of sdn.csv or cons_prim.csv that are entries, each number once. */
function entryRows({ main }: OfacFiles, tally: Tally): OfacRow[] {
  const seen = new Set<string>();
  return readRows(main ?? '', 'ENTRY', entryColumns, tally).filter((row) => {
    const problem = seen.has(row.entry) ? `entry ${row.entry} is there already` : entryProblem(row);
    if (problem !== null) {
      tally.quarantine('ENTRY', row, problem);
      return false;
    }
    const warning = typeWarning(row);
    if (warning !== null) tally.warn(row, warning);
    tally.fact('ENTRY');
    seen.add(row.entry);
    return true;
  });
}

function readingOf({ files, tally, ...draft }: Draft, resolve: (name: string) => string | null): ListReading {
  const entries = draft.entries.map((entry): ListEntry => {
    if (entry.links.length === 0) return entry;
    return { ...entry, links: entry.links.map((link) => ({ ...link, toEntry: resolve(link.text) })) };
  });
  return {
    list: files.list,
    file: basename(files.main ?? ''),
    publishedOn: null,
    entries,
    counts: countList(entries, { aliases: draft.aliasRows, addresses: draft.addressRows }),
    rows: tally.counts(),
    quarantined: tally.quarantined,
    absent: files.absent,
    sourceFiles: [files.main, files.alt, files.add, files.comments].flatMap((file) =>
      file === null ? [] : basename(file).toLowerCase(),
    ),
    endMarks: tally.endMarks,
    orphans: tally.orphans,
    warnings: tally.warnings,
  };
}
