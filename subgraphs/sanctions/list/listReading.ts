import type { ListEntry } from './listEntry';

/** A row (or a part of one) that became no fact: kept word for word, with why. */
export interface QuarantinedRow {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly kind: RowKind;
  readonly reason: string;
  /** The row as it was, at most 2,000 characters of it. */
  readonly text: string;
}

/** The kinds of row that a reconciliation counts. */
export const rowKinds = ['ENTRY', 'ALIAS', 'ADDRESS', 'COMMENT', 'REMARK', 'RELATIONSHIP'] as const;

export type RowKind = (typeof rowKinds)[number];

/** rows = facts + empty + quarantined, for each kind: what came in is what came out. */
export interface RowCount {
  readonly kind: RowKind;
  readonly rows: number;
  readonly facts: number;
  /** Rows that the publisher left without content, such as an address of which nothing is given. */
  readonly empty: number;
  readonly quarantined: number;
}

export interface ListCounts {
  readonly entries: number;
  /** Rows of alternate names in the files; aliases in remarks are counted as remarks. */
  readonly aliases: number;
  /** Rows of addresses in the files, also those with only a country or nothing at all. */
  readonly addresses: number;
  /** Distinct pairs of ticker and address, as published. */
  readonly wallets: number;
  /** Links to another entry of the same list. */
  readonly relationships: number;
  /** Links to an entry of the publisher's other list. */
  readonly relationshipsToOtherLists: number;
  /** Links whose name is nobody's or several entries': kept as text, not guessed. */
  readonly unresolvedRelationships: number;
}

/** Facts that one file of a list has, and that the other file of the same entries lacks. */
export interface ReadingDifference {
  /** `entries`, `aliases`, `wallets`, `types` and so on. */
  readonly kind: string;
  /** The file that has them; the CSV files go by the name of the one that holds the entries. */
  readonly file: string;
  readonly count: number;
  /** The entries that they are of, at most 20. */
  readonly entries: readonly string[];
}

/** The result of reading the files of one list. Every format gives the same. */
export interface ListReading {
  readonly list: string;
  /** The name of the file that holds the entries. */
  readonly file: string;
  /** The day of publication, where the files say it. */
  readonly publishedOn: string | null;
  readonly entries: readonly ListEntry[];
  readonly counts: ListCounts;
  readonly rows: readonly RowCount[];
  readonly quarantined: readonly QuarantinedRow[];
  /** The files of the list that were not given. */
  readonly absent: readonly string[];
  /** The files that it was made from, by their names at the source; omitted where a format is one file. */
  readonly sourceFiles?: readonly string[];
  /** The files that ended with the publisher's end mark. */
  readonly endMarks?: readonly string[];
  /** Rows about an entry that the list does not have; omitted: none. */
  readonly orphans?: number;
  /** The dates that files give themselves; omitted: `publishedOn`, of the file that holds the entries. */
  readonly statedDates?: readonly { readonly file: string; readonly day: string }[];
  /** Records that were kept in spite of an irregularity, each with its place. */
  readonly warnings?: readonly string[];
  /** Facts that one of several files of the list has and the others lack; omitted: nothing was compared. */
  readonly differences?: readonly ReadingDifference[];
}
