import { basename } from 'node:path';
import { ImportError } from '../importLease/importError';
import { countList } from '../list/countList';
import type { ListEntry } from '../list/listEntry';
import type { ListReading, RowKind } from '../list/listReading';
import { unchanged } from './readText';
import { startTally, type Tally } from './tally';

/** An entry that was read, with its rows in the file: of each, whether it gives a fact or is empty. */
export interface ReadEntry {
  readonly entry: ListEntry;
  readonly aliasRows: readonly boolean[];
  readonly addressRows: readonly boolean[];
}

/** A row that is no entry. */
export interface UnreadEntry {
  readonly problem: string;
}

export interface EntryRow {
  readonly line: number;
  /** The row as it is in the file. */
  readonly text: string;
}

/** The entries of a list from one file, as they are read. */
export interface EntryCollection {
  readonly tally: Tally;
  /** Adds an entry, or quarantines the row: without a fact that an entry needs, or with a number that is there already. */
  add(read: ReadEntry | UnreadEntry, row: EntryRow): void;
  /** Quarantines a row. */
  quarantine(kind: RowKind, row: EntryRow, reason: string): void;
  /** Returns the reading. Throws ImportError where the file holds no entry. */
  reading(publishedOn: string | null, finish?: (entries: readonly ListEntry[]) => ListEntry[]): ListReading;
}

/** Collects the entries of a list that is published as one file. */
export function collectEntries(list: string, path: string): EntryCollection {
  const file = basename(path);
  const tally = startTally();
  const entries = new Map<string, ListEntry>();
  const rows = { aliases: 0, addresses: 0 };
  const count = (kind: RowKind, given: readonly boolean[]) => {
    for (const isFact of given) tally[isFact ? 'fact' : 'empty'](kind);
    return given.length;
  };
  const quarantine: EntryCollection['quarantine'] = (kind, row, reason) =>
    tally.quarantine(kind, { file, ...row }, reason);
  return {
    tally,
    quarantine,
    add(read, row) {
      if ('problem' in read) {
        quarantine('ENTRY', row, read.problem);
        return;
      }
      const { entry, aliasRows, addressRows } = read;
      if (entries.has(entry.entry)) {
        quarantine('ENTRY', row, `${entry.entry} is there already`);
        return;
      }
      entries.set(entry.entry, entry);
      tally.fact('ENTRY');
      rows.aliases += count('ALIAS', aliasRows);
      rows.addresses += count('ADDRESS', addressRows);
      entry.remarks.forEach(() => tally.fact('REMARK'));
    },
    reading(publishedOn, finish = (read) => [...read]) {
      if (entries.size === 0) throw new ImportError(`${file} holds no entry: ${unchanged}`);
      const finished = finish([...entries.values()]);
      return {
        list,
        file,
        publishedOn,
        entries: finished,
        counts: countList(finished, rows),
        rows: tally.counts(),
        quarantined: tally.quarantined,
        absent: [],
      };
    },
  };
}

/** Returns the only file of a list that is published as one. Throws ImportError. */
export function onlyFile(files: readonly string[], what: string): string {
  const [file, more] = files;
  if (file === undefined || more !== undefined) throw new ImportError(`${what}: give its path, and no other`);
  return file;
}
