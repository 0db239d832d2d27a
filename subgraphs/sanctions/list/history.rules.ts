import type { ListVersionRecord } from './listVersion.record';

/** Versions from `first` to `last` (places in the list's versions, both included) that hold one content of an entry. */
export interface Run {
  readonly first: number;
  readonly last: number;
  /** The digest of the content. */
  readonly content: string;
}

type Chunked = Pick<ListVersionRecord, 'chunks'>;
type Members = ReadonlyMap<string, string>;

/**
 * Returns the runs of each entry, in order, over all versions of a list sorted by publication. An entry that
 * leaves and comes back has a run on each side of the gap. Cost: the members of the chunks that change.
 */
export function historyOf(
  versions: readonly Chunked[],
  chunkById: ReadonlyMap<string, Members>,
): Map<string, Run[]> {
  const history = new Map<string, Run[]>();
  const open = new Map<string, { first: number; content: string }>();
  const close = (entry: string, last: number) => {
    const run = open.get(entry);
    if (!run) return;
    open.delete(entry);
    const runs = history.get(entry);
    if (runs) runs.push({ ...run, last });
    else history.set(entry, [{ ...run, last }]);
  };
  let before = new Map<string, string>();
  versions.forEach(({ chunks }, at) => {
    const now = new Map(chunks.map(({ bucket, id }) => [bucket, id]));
    for (const bucket of new Set([...before.keys(), ...now.keys()])) {
      if (before.get(bucket) === now.get(bucket)) continue;
      const was = membersIn(chunkById, before.get(bucket));
      const is = membersIn(chunkById, now.get(bucket));
      for (const [entry, content] of was) if (is.get(entry) !== content) close(entry, at - 1);
      for (const [entry, content] of is)
        if (was.get(entry) !== content) open.set(entry, { first: at, content });
    }
    before = now;
  });
  for (const entry of [...open.keys()]) close(entry, versions.length - 1);
  return history;
}

const none: Members = new Map();

function membersIn(chunkById: ReadonlyMap<string, Members>, id: string | undefined): Members {
  if (id === undefined) return none;
  const members = chunkById.get(id);
  if (!members) throw new Error(`the chunk ${id} is missing, which a version names`);
  return members;
}

/** A change of one entry from one version to a later one. */
export interface EntryChange {
  readonly entry: string;
  readonly change: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** The contents on both sides. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Returns the differences between two versions (places), sorted by entry. */
export function changesBetween(
  history: ReadonlyMap<string, readonly Run[]>,
  from: number,
  to: number,
): EntryChange[] {
  const changes: EntryChange[] = [];
  for (const [entry, runs] of history) {
    const before = contentAt(runs, from);
    const after = contentAt(runs, to);
    if (before === after) continue;
    const change = before === null ? 'ADDED' : after === null ? 'REMOVED' : 'CHANGED';
    changes.push({ entry, change, before, after });
  }
  return changes.sort((a, b) => (a.entry < b.entry ? -1 : 1));
}

/** Returns the run of an entry that a version is in; undefined where the version does not have the entry. */
export const runAt = (runs: readonly Run[], place: number): Run | undefined =>
  runs.find(({ first, last }) => first <= place && place <= last);

/** The content of an entry in a version, or null where it is not in it. */
export const contentAt = (runs: readonly Run[], place: number): string | null =>
  runAt(runs, place)?.content ?? null;

/** Runs that follow each other without a gap: the times in which the entry was on the list. */
export function stays<Seen extends Run>(runs: readonly Seen[]): Seen[][] {
  const found: Seen[][] = [];
  for (const run of runs) {
    const stay = found.at(-1);
    if (stay && stay.at(-1)?.last === run.first - 1) stay.push(run);
    else found.push([run]);
  }
  return found;
}
