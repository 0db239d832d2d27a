import { groupByKeys } from '../../../shared/batch/groupByKeys';
import type { ActorRecord } from '../actor/actor.record';
import { type CaseDesignations, caseDesignations } from '../designation/caseDesignations';
import type { DesignationStore } from '../designation/designation.store';
import type { StakeRecord } from '../ownership/stake.record';
import type { StakeStore } from '../ownership/stake.store';
import type { RelationshipRecord } from '../relationship/relationship.record';
import type { RelationshipStore } from '../relationship/relationship.store';

/** The facts of the loaded cases, in memory: one moment's state, never changed. */
export interface CaseFacts {
  /** The actors of cases, by id: not those that only a label or an ActorPack names. */
  readonly actors: ReadonlyMap<string, ActorRecord>;
  readonly designations: CaseDesignations;
  /** Returns the relationships with an actor at either end, sorted by id. */
  relationshipsOf(actorId: string): readonly RelationshipRecord[];
  /** Returns the stakes of an actor's direct owners, sorted by id. */
  stakesIn(ownedId: string): readonly StakeRecord[];
}

interface CaseStores {
  readonly designations: DesignationStore;
  readonly relationships: RelationshipStore;
  readonly stakes: StakeStore;
}

/** Reads all that cases say, beside their actors. Cost: the cases; somebody typed each of their facts. */
export async function readCaseFacts(
  actors: readonly ActorRecord[],
  { designations, relationships, stakes }: CaseStores,
): Promise<CaseFacts> {
  const [designated, related, owned] = await Promise.all([
    designations.all(),
    relationships.all(),
    stakes.all(),
  ]);
  const byActor = groupByKeys(related, ({ fromId, toId }) => [fromId, toId]);
  const byOwned = groupByKeys(owned, ({ ownedId }) => [ownedId]);
  const none: readonly never[] = [];
  return {
    actors: new Map(actors.map((actor) => [actor._id, actor])),
    designations: caseDesignations(designated),
    relationshipsOf: (actorId) => byActor.get(actorId) ?? none,
    stakesIn: (ownedId) => byOwned.get(ownedId) ?? none,
  };
}
