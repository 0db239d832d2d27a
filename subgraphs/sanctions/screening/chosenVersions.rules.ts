import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { runAt } from '../list/history.rules';
import { knownList } from '../list/knownList';
import type { ListEntry } from '../list/listEntry';
import { designationsIn } from '../list/listDesignation.rules';
import type { OneList } from '../list/listedActor';
import type { ListsIndex } from '../list/listsIndex';
import type { ListVersionRecord } from '../list/listVersion.record';

/** The word for the actors of loaded cases where lists are named. */
const caseList = 'case';

export interface ScreeningScope {
  /** The day, YYYY-MM-DD, whose versions are screened against; null: those in force. */
  readonly asOf: string | null;
  /** The lists to screen against, `case` for the actors of cases; null: all. */
  readonly lists: readonly string[] | null;
}

/** A list and the place of one of its versions. */
export interface ChosenVersion {
  readonly of: OneList;
  readonly place: number;
  readonly version: ListVersionRecord;
}

export interface ChosenVersions {
  readonly versions: readonly ChosenVersion[];
  readonly hasCases: boolean;
}

/**
 * Chooses the newest version of each list that was published on the day or before. Throws UNKNOWN_LIST where there is none of a
 * list that is named, or none of any list: "not found" would not be "not listed".
 */
export function chooseVersions(index: ListsIndex, { asOf, lists }: ScreeningScope): ChosenVersions {
  if (lists?.length === 0)
    throw badUserInput('lists: it is empty: name lists, or leave it out to screen against all');
  const named = lists && [...new Set(lists)].filter((id) => id !== caseList);
  const among = named ? named.map((id) => knownList(index, id)) : index.lists;
  const versions = among.flatMap((of) => {
    const chosen = newestBy(of, asOf);
    if (!chosen && named) throw noneYet(of, asOf);
    return chosen ?? [];
  });
  if (versions.length === 0 && !named && asOf !== null)
    throw new CordonError('UNKNOWN_LIST', `no version of any list of ${asOf} or before is imported`);
  return { versions, hasCases: lists === null || lists.includes(caseList) };
}

function newestBy(of: OneList, asOf: string | null): ChosenVersion | undefined {
  const place = of.versions.findLastIndex(({ version }) => asOf === null || version <= asOf);
  const version = of.versions[place];
  return version && { of, place, version };
}

function noneYet({ list, versions }: OneList, asOf: string | null): CordonError {
  return new CordonError(
    'UNKNOWN_LIST',
    `no version of ${list} of ${asOf} or before is imported (the first is of ${versions[0]?.version})`,
  );
}

/** Returns the entries of a version that designate, or designated, somebody. */
export function entriesIn({ of, place }: ChosenVersion): ListEntry[] {
  const entries: ListEntry[] = [];
  for (const runs of of.history.values()) {
    const run = runAt(runs, place);
    if (!run) continue;
    const entry = of.entryOf(run);
    if (designationsIn(entry).length > 0) entries.push(entry);
  }
  return entries;
}
