import { caseEntry } from './caseEntry';
import { indexLists } from '../list/listsIndex';
import type { ListVersionStore } from '../list/listVersion.store';
import { loadLists } from '../list/loadLists';
import type { ActorStore } from '../actor/actor.store';
import type { ScreeningIndex } from './engine/screeningIndex';
import { screeningIndexOf } from './currentScreening';

/** Loads the screening index from the store as it is now: for a command, which ends when it has answered. */
export async function loadScreening(stores: {
  readonly listVersions: ListVersionStore;
  readonly actors: ActorStore;
}): Promise<ScreeningIndex> {
  const [lists, actors] = await Promise.all([loadLists(stores.listVersions, []), stores.actors.screened()]);
  return screeningIndexOf(indexLists(lists, actors.map(caseEntry)));
}
