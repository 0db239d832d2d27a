import type { ListAgePolicy } from './listAge.rules';
import type { ListsIndex } from './listsIndex';
import type { ListVersionStore } from './listVersion.store';

/** The part of the context that the resolvers of lists use. */
export interface HasLists {
  /** The lists as they are, however old: for what says how old they are. */
  readonly lists: ListsIndex;
  /** The maximum age of lists. */
  readonly agePolicy: ListAgePolicy;
  /** The lists to answer from. Throws LIST_STALE where the deployment rejects lists of that age. */
  requireFreshLists(): ListsIndex;
  readonly stores: { readonly listVersions: ListVersionStore };
  /** Today, YYYY-MM-DD in UTC. */
  readonly today: string;
}
