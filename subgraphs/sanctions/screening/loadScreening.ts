import { caseEntry } from './caseEntry';
import { rejectFuture } from '../designation/rejectFuture';
import {
  type ListAgePolicy,
  rejectStale,
  rejectStaleOn,
  staleVersions,
  stalenessOf,
} from '../list/listAge.rules';
import { indexLists } from '../list/listsIndex';
import type { ListVersionStore } from '../list/listVersion.store';
import { loadLists } from '../list/loadLists';
import type { ActorStore } from '../actor/actor.store';
import type { ScreeningIndex } from './engine/screeningIndex';
import type { ScreeningScope } from './chosenVersions.rules';
import { screeningIndexOf } from './currentScreening';
import { scopedScreening } from './scopedScreening';

export interface LoadedScreening {
  readonly index: ScreeningIndex;
  /** A sentence for each list in force that is too old, or of unknown age. */
  readonly warnings: readonly string[];
}

interface LoadOptions {
  readonly scope: ScreeningScope;
  readonly agePolicy: ListAgePolicy;
  /** YYYY-MM-DD */
  readonly today: string;
}

/**
 * Loads the screening index from the store as it is now: for a command, which ends when it has answered. Throws LIST_STALE,
 * UNKNOWN_LIST and BAD_USER_INPUT as `screenNames` does.
 */
export async function loadScreening(
  stores: { readonly listVersions: ListVersionStore; readonly actors: ActorStore },
  { scope, agePolicy, today }: LoadOptions,
): Promise<LoadedScreening> {
  const [loaded, actors] = await Promise.all([loadLists(stores.listVersions, []), stores.actors.screened()]);
  const lists = indexLists(loaded, actors.map(caseEntry));
  if (scope.asOf === null) rejectStale(lists, agePolicy, today);
  else rejectFuture(scope.asOf, today);
  const isScoped = scope.asOf !== null || scope.lists !== null;
  const index = isScoped ? await scopedScreening().indexOf(lists, scope) : await screeningIndexOf(lists);
  if (scope.asOf !== null) {
    rejectStaleOn(scope.asOf, index.versions, agePolicy);
    return { index, warnings: [] };
  }
  const warnings = staleVersions(lists, agePolicy, today).map((one) => stalenessOf(one, agePolicy, today));
  return { index, warnings };
}
