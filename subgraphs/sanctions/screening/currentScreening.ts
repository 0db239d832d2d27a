import type { CurrentLists } from '../list/currentLists';
import type { ListsIndex } from '../list/listsIndex';
import { type ScreeningIndex, screeningIndex } from './engine/screeningIndex';

/** The screening index of the lists in force: made when they are swapped, before they are answered from. */
export interface CurrentScreening {
  /** Taken with the lists, in one step: both are of the same versions. */
  readonly index: ScreeningIndex;
}

export function currentScreening(currentLists: Pick<CurrentLists, 'onSwap'>): CurrentScreening {
  const current: { index: ScreeningIndex } = { index: screeningIndex([], []) };
  currentLists.onSwap((lists) => {
    current.index = screeningIndexOf(lists);
  });
  return current;
}

/**
 * Returns the index that names are screened against: the entries in force, and the actors of loaded cases.
 */
export function screeningIndexOf({ entries, caseEntries, versions }: ListsIndex): ScreeningIndex {
  return screeningIndex([...entries, ...caseEntries], versions);
}
