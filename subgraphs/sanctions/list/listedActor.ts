import type { Run } from './history.rules';
import type { ListEntry } from './listEntry';
import type { ListVersionRecord } from './listVersion.record';

/** One list with all its versions, in memory. */
export interface OneList {
  readonly list: string;
  /** By publication; never empty. */
  readonly versions: readonly ListVersionRecord[];
  /** By entry number. */
  readonly history: ReadonlyMap<string, readonly Run[]>;
  entryOf(run: Run): ListEntry;
}

/** An entry of a list as the lists have it: its last known content, and all that it was. */
export interface ListedEntry {
  readonly of: OneList;
  readonly runs: readonly Run[];
  /** The newest content: of the version in force where it is in it. */
  readonly entry: ListEntry;
  /** True where the version in force has it. */
  readonly current: boolean;
}

/** The newest version of a list: the one in force. */
export function newestOf({ versions, list }: OneList): ListVersionRecord {
  const newest = versions.at(-1);
  if (!newest) throw new Error(`${list} has no version`);
  return newest;
}

export function listedEntries(of: OneList): ListedEntry[] {
  const newest = of.versions.length - 1;
  return [...of.history.values()].flatMap((runs) => {
    const last = runs.at(-1);
    return last ? [{ of, runs, entry: of.entryOf(last), current: last.last === newest }] : [];
  });
}
