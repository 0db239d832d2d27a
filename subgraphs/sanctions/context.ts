import type DataLoader from 'dataloader';
import { loadEach, loadMany, loadOne } from '../../shared/batch/loaders';
import type { Identity } from '../../shared/identity/identity';
import { type ActorDirectory, actorDirectory } from './actor/actorDirectory';
import type { ActorFacts } from './actor/actorFacts';
import type { ActorStore } from './actor/actor.store';
import { allDesignations } from './designation/allDesignations';
import type { DesignationRecord } from './designation/designation.record';
import { type DesignationSets, designationSets } from './designation/designationSets';
import type { DesignationStore } from './designation/designation.store';
import type { CurrentLists } from './list/currentLists';
import { type ListAgePolicy, refuseStale } from './list/listAge.rules';
import type { ListsIndex } from './list/listsIndex';
import type { ListVersionStore } from './list/listVersion.store';
import type { StakeStore } from './ownership/stake.store';
import { type ActorPath, linkedActors } from './relationship/linkedActors.rules';
import { maxLinkDepth } from './relationship/linkPolicy';
import type { RelationshipKind } from './relationship/relationshipKinds';
import type { RelationshipRecord } from './relationship/relationship.record';
import type { RelationshipStore } from './relationship/relationship.store';
import type { CurrentScreening } from './screen/currentScreening';
import type { ScreeningIndex } from './screening/screeningIndex';

/** The stores of the subgraph: made once, used by every request. */
export interface SanctionsStores {
  readonly actors: ActorStore;
  readonly designations: DesignationStore;
  readonly relationships: RelationshipStore;
  readonly listVersions: ListVersionStore;
  readonly stakes: StakeStore;
}

/** What a resolver has: who asks, the stores, and loaders that batch within this one request. */
export interface SanctionsContext {
  readonly caller: Identity;
  readonly stores: SanctionsStores;
  /** Today, YYYY-MM-DD in UTC. */
  readonly today: string;
  /** The lists as they are, however old: for what says how old they are. */
  readonly lists: ListsIndex;
  /** The names of these lists, and of the actors of cases, for screening. */
  readonly screening: ScreeningIndex;
  /** How old lists may be. */
  readonly agePolicy: ListAgePolicy;
  /** The lists to answer from. Throws LIST_STALE where the deployment refuses lists of that age. */
  freshLists(): ListsIndex;
  readonly directory: ActorDirectory;
  readonly designationSets: DesignationSets;
  readonly actorById: DataLoader<string, ActorFacts | null>;
  readonly designationsByActor: DataLoader<string, readonly DesignationRecord[]>;
  readonly designationsByMatchKey: DataLoader<string, readonly DesignationRecord[]>;
  readonly relationshipsByActor: DataLoader<string, readonly RelationshipRecord[]>;
  /** Who is linked to an actor, within a depth, through further kinds where asked; computed once a request. */
  linksOf(
    actorId: string,
    maxDepth: number,
    alsoThrough?: readonly RelationshipKind[],
  ): Promise<readonly ActorPath[]>;
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
