import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ActorFacts } from '../actor/actorFacts';
import { ActorType } from '../actor/actor.type';
import type { HasActors } from '../actor/actor.context';
import type { HasDesignations } from '../designation/designation.context';
import type { HasLists } from '../list/list.context';
import type { HasRelationships } from '../relationship/relationship.context';
import type { HasStakes } from './ownership.context';

type OwnershipContext = HasStakes & HasLists & HasRelationships & HasDesignations;
import { decideSanctioned } from '../designation/designation.rules';
import { knownActor } from '../actor/knownActor';
import { asPercent, decideOwnership, mergeStakes, type OwnershipSums, stakesAbove } from './ownership.rules';
import {
  type OwnershipFacts,
  type OwnershipStakeFacts,
  OwnershipStakeType,
  OwnershipType,
} from './ownership.type';
import type { StakeRecord } from './stake.record';

/** The lists that block property; those on OFAC's consolidated list are under other measures. */
const blockingLists: ReadonlySet<string> = new Set(['ofac-sdn', 'opensanctions:us_ofac_sdn']);

@Resolver(() => ActorType)
export class OwnershipResolver {
  @FieldResolver(() => OwnershipType, {
    description:
      'Whether blocked persons own half of it or more (31 CFR 510.411), on the stakes that are known today.',
  })
  async ownership(@Root() actor: ActorFacts, @Ctx() context: OwnershipContext): Promise<OwnershipFacts> {
    const { stores, today } = context;
    const lists = context.freshLists();
    const stakes = await stakesAbove(actor._id, async (ids) =>
      [...(await stores.stakes.inOwned(ids)), ...ids.flatMap((id) => lists.stakes(id))].filter((stake) =>
        holdsOn(stake, today),
      ),
    );
    const everybody = [...new Set(stakes.flatMap(({ ownerId, ownedId }) => [ownerId, ownedId]))];
    const blocked = await Promise.all(everybody.map((id) => isBlocked(id, context)));
    const listed = new Map(everybody.map((id, i) => [id, blocked[i] ?? null]));
    const decide = decideOwnership(stakes, listed);
    return factsOf(decide(actor._id), stakesOf(actor._id, { stakes, listed, decide }));
  }
}

@Resolver(() => OwnershipStakeType)
export class OwnershipStakeResolver {
  @FieldResolver(() => ActorType, { description: 'Who owns it.' })
  owner(@Root() { ownerId }: OwnershipStakeFacts, @Ctx() context: HasActors): Promise<ActorFacts> {
    return knownActor(ownerId, context);
  }
}

const holdsOn = ({ validFrom, validTo }: StakeRecord, day: string) =>
  (!validFrom || validFrom <= day) && (!validTo || day <= validTo);

/** Whether an actor, or another record of the same actor, is on a list that blocks; null where no source decides. */
async function isBlocked(id: string, context: OwnershipContext): Promise<boolean | null> {
  const records = await context.linksOf(id, 0);
  const designations = await Promise.all(
    records.map(({ actorId }) => context.designationsByActor.load(actorId)),
  );
  const blocking = designations.flat().filter(({ list }) => blockingLists.has(list));
  if (blocking.length === 0) return false;
  const decision = decideSanctioned(blocking, context.today);
  return 'sanctioned' in decision ? decision.sanctioned : null;
}

interface Decided {
  readonly stakes: readonly StakeRecord[];
  readonly listed: ReadonlyMap<string, boolean | null>;
  readonly decide: (id: string) => OwnershipSums;
}

function stakesOf(ownedId: string, { stakes, listed, decide }: Decided): OwnershipStakeFacts[] {
  const own = stakes.filter((stake) => stake.ownedId === ownedId);
  return mergeStakes(own).map(({ ownerId, least, most }) => ({
    ownerId,
    leastPercent: asPercent(least),
    mostPercent: asPercent(most),
    ownerStatus: decide(ownerId).status,
    ownerListed: listed.get(ownerId) ?? null,
    sources: own.filter((stake) => stake.ownerId === ownerId).flatMap(({ sources }) => sources),
  }));
}

const factsOf = (sums: OwnershipSums, stakes: readonly OwnershipStakeFacts[]): OwnershipFacts => ({
  status: sums.status,
  blockedPercent: asPercent(sums.blockedLeast),
  possiblePercent: asPercent(sums.blockedMost),
  unaccountedPercent: asPercent(sums.unaccounted),
  stakes,
});
