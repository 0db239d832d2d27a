import { bucketOf, digestOf, storedEntry } from '../list/content.rules';
import { designationsIn } from '../list/listDesignation.rules';
import { listedEntries } from '../list/listedActor';
import type { ListEntry } from '../list/listEntry';
import type { ListsIndex } from '../list/listsIndex';

/** An entry in force, with the digest of its content. */
export interface EntryInForce {
  readonly digest: string;
  readonly entry: ListEntry;
}

export interface StatePart {
  readonly list: string;
  readonly bucket: string;
  readonly id: string;
  readonly members: string;
}

/** The entries that names are screened against, and their digest as a whole. */
export interface EntriesInForce {
  readonly digest: string;
  readonly versions: readonly { readonly list: string; readonly version: string }[];
  readonly parts: readonly StatePart[];
  /** By list, then by entry number. The actors of cases are the list `case`. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, EntryInForce>>;
}

const known = new WeakMap<ListsIndex, EntriesInForce>();

/** Returns the entries of a state in memory; made once for each state. Cost: one walk over them. */
export function entriesInForce(index: ListsIndex): EntriesInForce {
  const made = known.get(index) ?? collect(index);
  known.set(index, made);
  return made;
}

function collect({ lists, caseEntries, versions }: ListsIndex): EntriesInForce {
  const byList = new Map<string, Map<string, EntryInForce>>();
  for (const of of lists) {
    const entries = new Map<string, EntryInForce>();
    for (const { entry, current, runs } of listedEntries(of)) {
      const content = runs.at(-1)?.content;
      if (!current || content === undefined || designationsIn(entry).length === 0) continue;
      entries.set(entry.entry, { digest: content, entry });
    }
    byList.set(of.list, entries);
  }
  byList.set(
    'case',
    new Map(caseEntries.map((entry) => [entry.entry, { digest: storedEntry(entry)._id, entry }])),
  );
  const parts = [...byList].flatMap(([list, entries]) => partsOf(list, entries));
  return {
    // The versions too: customers are screened against a version also where it holds what the one before it held.
    digest: digestOf(
      ...parts.map(({ list, bucket, id }) => `${list} ${bucket} ${id}`),
      ...versions.map(({ list, version }) => `${list}@${version}`),
    ),
    versions: versions.map(({ list, version }) => ({ list, version })),
    parts,
    lists: byList,
  };
}

function partsOf(list: string, entries: ReadonlyMap<string, EntryInForce>): StatePart[] {
  const buckets = new Map<string, string[]>();
  for (const [entry, { digest }] of entries) {
    const bucket = bucketOf(entry);
    const lines = buckets.get(bucket);
    if (lines) lines.push(`${entry} ${digest}`);
    else buckets.set(bucket, [`${entry} ${digest}`]);
  }
  return [...buckets]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([bucket, lines]) => {
      const members = lines.sort().join('\n');
      return { list, bucket, id: digestOf(list, members), members };
    });
}

/** An entry that differs between two states. */
export interface ChangedEntry {
  readonly list: string;
  readonly entry: string;
  readonly digestBefore: string | null;
  readonly digest: string | null;
}

interface PartMembers {
  readonly list: string;
  readonly members: ReadonlyMap<string, string>;
}

/** Returns the entries that differ, by the members of the parts that only one of the states has. */
export function changedEntries(
  before: readonly PartMembers[],
  after: readonly PartMembers[],
): ChangedEntry[] {
  const collected = (parts: readonly PartMembers[]) =>
    new Map(
      parts.flatMap(({ list, members }) =>
        [...members].map(([entry, digest]) => [`${list} ${entry}`, { list, entry, digest }] as const),
      ),
    );
  const [was, is] = [collected(before), collected(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key) => {
    const [old, fresh] = [was.get(key), is.get(key)];
    const { list, entry } = fresh ?? old ?? { list: '', entry: '' };
    if (old?.digest === fresh?.digest) return [];
    return [{ list, entry, digestBefore: old?.digest ?? null, digest: fresh?.digest ?? null }];
  });
}
