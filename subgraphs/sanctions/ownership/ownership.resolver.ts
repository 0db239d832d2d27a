import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ActorFacts } from '../actor/actorFacts';
import { ActorType } from '../actor/actor.type';
import type { HasActors } from '../actor/actor.context';
import type { HasDesignations } from '../designation/designation.context';
import type { DesignationRecord } from '../designation/designation.record';
import type { HasLists } from '../list/list.context';
import type { HasRelationships } from '../relationship/relationship.context';
import { decideSanctioned, inForceOn } from '../designation/designation.rules';
import { knownActor } from '../actor/knownActor';
import type { HasStakes } from './ownership.context';
import { asPercent, decideOwnership, mergeStakes, type OwnershipSums, stakesAbove } from './ownership.rules';
import {
  type OwnershipFacts,
  type OwnershipStakeFacts,
  OwnershipStakeType,
  OwnershipType,
} from './ownership.type';
import type { StakeRecord } from './stake.record';

type OwnershipContext = HasStakes & HasLists & HasRelationships & HasDesignations;

/** OFAC's SDN list as OpenSanctions publishes it: it decides for parties of every OpenSanctions list. */
const openSanctionsSdn = 'opensanctions:us_ofac_sdn';

/** The lists that block property; those on OFAC's consolidated list are under other measures. */
const blockingLists: ReadonlySet<string> = new Set(['ofac-sdn', openSanctionsSdn]);

/** A list of OpenSanctions; an older Cordon named it without the data set. */
const isOfOpenSanctions = (list: string) => list.split(':')[0] === 'opensanctions';

@Resolver(() => ActorType)
export class OwnershipResolver {
  @FieldResolver(() => OwnershipType, {
    description:
      'The 50 percent rule: blocked persons own half of it or more (31 CFR 510.411). Based on the stakes that are known today.',
  })
  ownership(@Root() actor: ActorFacts, @Ctx() context: OwnershipContext): OwnershipFacts {
    const { stakesIn, today } = context;
    const stakes = stakesAbove(actor._id, (id) => stakesIn(id).filter((stake) => holdsOn(stake, today)));
    const everybody = [...new Set(stakes.flatMap(({ ownerId, ownedId }) => [ownerId, ownedId]))];
    const listed = new Map(everybody.map((id) => [id, isBlocked(id, context)]));
    const decide = decideOwnership(stakes, listed);
    return factsOf(decide(actor._id), stakesOf(actor._id, { stakes, listed, decide }));
  }
}

@Resolver(() => OwnershipStakeType)
export class OwnershipStakeResolver {
  @FieldResolver(() => ActorType, { description: 'The owner.' })
  owner(@Root() { ownerId }: OwnershipStakeFacts, @Ctx() context: HasActors): Promise<ActorFacts> {
    return knownActor(ownerId, context);
  }
}

const holdsOn = ({ validFrom, validTo }: StakeRecord, day: string) =>
  (!validFrom || validFrom <= day) && (!validTo || day <= validTo);

/**
 * Returns whether an actor, or another record of the same actor, is on a list that blocks. Null where no source decides,
 * which includes that no such list is imported.
 */
function isBlocked(id: string, context: OwnershipContext): boolean | null {
  const designations = context.linksOf(id, 0).flatMap(({ actorId }) => context.designationsOf(actorId));
  const blocking = designations.filter(({ list }) => blockingLists.has(list));
  if (blocking.length === 0) return isCovered(designations, context) ? false : null;
  const decision = decideSanctioned(blocking, context.today);
  return 'sanctioned' in decision ? decision.sanctioned : null;
}

/**
 * Tells if the imported lists would show an actor that is blocked. A collection of OpenSanctions holds the
 * SDN list too, unmarked. Only the data set of the SDN list tells which of its parties are blocked.
 */
function isCovered(designations: readonly DesignationRecord[], { lists, today }: OwnershipContext): boolean {
  const imported = new Set(lists.versions.map(({ list }) => list));
  const ofOpenSanctions = designations.filter(({ list }) => isOfOpenSanctions(list));
  return inForceOn(ofOpenSanctions, today).length > 0
    ? imported.has(openSanctionsSdn)
    : [...blockingLists].some((list) => imported.has(list));
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
