import { runInTurns } from '../../../shared/batch/steps';
import type { CurrentLists } from '../list/currentLists';
import type { ListsIndex } from '../list/listsIndex';
import { buildingScreeningIndex, type ScreeningIndex, screeningIndex } from './engine/screeningIndex';

/** The screening index of the lists in force: made when they are swapped, before they are answered from. */
export interface CurrentScreening {
  /** Taken with the lists, in one step: both are of the same versions. */
  readonly index: ScreeningIndex;
}

export async function currentScreening(
  currentLists: Pick<CurrentLists, 'beforeSwap'>,
): Promise<CurrentScreening> {
  const current: { index: ScreeningIndex } = { index: screeningIndex([], []) };
  await currentLists.beforeSwap(async (lists) => {
    const index = await screeningIndexOf(lists);
    return () => {
      current.index = index;
    };
  });
  return current;
}

/**
 * Returns the index that names are screened against: the entries in force, and the actors of loaded cases.
 */
export function screeningIndexOf({ entries, caseEntries, versions }: ListsIndex): Promise<ScreeningIndex> {
  return runInTurns(buildingScreeningIndex([...entries, ...caseEntries], versions));
}
