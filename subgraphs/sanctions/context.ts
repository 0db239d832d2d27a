import { loadEach, loadMany, loadOne } from '../../shared/batch/loaders';
import type { Identity } from '../../shared/identity/identity';
import type { HasActors } from './actor/actor.context';
import { actorDirectory } from './actor/actorDirectory';
import type { ActorStore } from './actor/actor.store';
import { allDesignations } from './designation/allDesignations';
import type { HasDesignations } from './designation/designation.context';
import { designationSets } from './designation/designationSets';
import type { DesignationStore } from './designation/designation.store';
import type { HasLists } from './list/list.context';
import type { CurrentLists } from './list/currentLists';
import { type ListAgePolicy, refuseStale } from './list/listAge.rules';
import type { ListsIndex } from './list/listsIndex';
import type { ListVersionStore } from './list/listVersion.store';
import type { HasStakes } from './ownership/ownership.context';
import type { StakeStore } from './ownership/stake.store';
import { type ActorPath, linkedActors } from './relationship/linkedActors.rules';
import { maxLinkDepth } from './relationship/linkPolicy';
import type { HasRelationships } from './relationship/relationship.context';
import type { RelationshipRecord } from './relationship/relationship.record';
import type { RelationshipStore } from './relationship/relationship.store';
import type { CurrentScreening } from './screening/currentScreening';
import type { HasScreening } from './screening/screening.context';

/** The stores of the subgraph: made once, used by every request. */
export interface SanctionsStores {
  readonly actors: ActorStore;
  readonly designations: DesignationStore;
  readonly relationships: RelationshipStore;
  readonly listVersions: ListVersionStore;
  readonly stakes: StakeStore;
}

/** What a resolver has: who asks, the stores, and what each noun needs, with loaders that batch within this one request. */
export interface SanctionsContext
  extends
    HasActors,
    HasDesignations,
    HasRelationships,
    Omit<HasLists, 'stores'>,
    HasScreening,
    Omit<HasStakes, 'stores'> {
  readonly caller: Identity;
  readonly stores: SanctionsStores;
}

export interface SanctionsParts {
  readonly stores: SanctionsStores;
  readonly currentLists: CurrentLists;
  readonly currentScreening: CurrentScreening;
  readonly agePolicy: ListAgePolicy;
  readonly now: () => Date;
}

export function createSanctionsContext({
  stores,
  currentLists,
  currentScreening,
  agePolicy,
  now,
}: SanctionsParts) {
  return (caller: Identity): SanctionsContext => {
    // Taken once: a version that is published while this request runs is for the next one.
    const lists = currentLists.index;
    const screening = currentScreening.index;
    const today = now().toISOString().slice(0, 10);
    const freshLists = () => refuseStale(lists, agePolicy, today);
    const fresh =
      <Keys, Row>(load: (keys: Keys) => Promise<Row>) =>
      async (keys: Keys) => {
        freshLists();
        return load(keys);
      };
    const directory = actorDirectory(lists, stores.actors);
    const designations = allDesignations(lists, stores.designations);
    const relationshipsByActor = loadMany(
      fresh(async (ids: readonly string[]) => allRelationships(ids, lists, stores.relationships)),
      ({ fromId, toId }: RelationshipRecord) => (fromId === toId ? [fromId] : [fromId, toId]),
    );
    return {
      caller,
      stores,
      today,
      lists,
      screening,
      agePolicy,
      freshLists,
      directory: {
        byIds: fresh(directory.byIds),
        page: (query, page) => (freshLists(), directory.page(query, page)),
      },
      designationSets: designationSets(lists, stores.designations),
      actorById: loadOne(fresh(directory.byIds), (actor) => actor._id),
      designationsByActor: loadMany(fresh(designations.byActors), (designation) => [designation.actorId]),
      designationsByMatchKey: loadEach(fresh(designations.byWallets)),
      relationshipsByActor,
      linksOf: linkCache((ids) => Promise.all(ids.map((id) => relationshipsByActor.load(id)))),
    };
  };
}

/** What lists and cases say of how actors stand to each other, each relationship once. */
async function allRelationships(
  ids: readonly string[],
  lists: ListsIndex,
  cases: RelationshipStore,
): Promise<RelationshipRecord[]> {
  const found = [...(await cases.touching(ids)), ...ids.flatMap((id) => lists.relationships(id))];
  return [...new Map(found.map((relationship) => [relationship._id, relationship])).values()];
}

function linkCache(
  touching: (ids: readonly string[]) => Promise<readonly (readonly RelationshipRecord[])[]>,
): SanctionsContext['linksOf'] {
  const links = new Map<string, Promise<readonly ActorPath[]>>();
  return (actorId, maxDepth, alsoThrough = []) => {
    const depth = Math.min(maxDepth, maxLinkDepth);
    const key = `${depth} ${[...alsoThrough].sort().join(',')} ${actorId}`;
    const known = links.get(key) ?? linkedActors(actorId, depth, touching, new Set(alsoThrough));
    links.set(key, known);
    return known;
  };
}
