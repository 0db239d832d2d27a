import { Arg, Ctx, Directive, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { Direction } from '../../../shared/subgraph/direction';
import type { ActorFacts } from '../actor/actorFacts';
import { ActorType } from '../actor/actor.type';
import type { HasActors } from '../actor/actor.context';
import { knownActor } from '../actor/knownActor';
import type { ActorPath } from './linkedActors.rules';
import { defaultLinkDepth, maxLinkDepth } from './linkPolicy';
import type { HasRelationships } from './relationship.context';
import type { RelationshipRecord } from './relationship.record';
import { LinkedActorType, RelationshipKind, RelationshipType } from './relationship.type';

/** Resolves the relationships of an actor. */
@Resolver(() => ActorType)
export class ActorRelationshipsResolver {
  @FieldResolver(() => [RelationshipType], {
    description: 'Its relationships to other actors, in both directions.',
  })
  relationships(
    @Root() actor: ActorFacts,
    @Ctx() { relationshipsOf }: HasRelationships,
    @Arg('direction', () => Direction, {
      defaultValue: 'ANY',
      description: 'OUT: it is `from`. IN: it is `to`.',
    })
    direction: Direction,
    @Arg('kinds', () => [RelationshipKind], { nullable: true, description: 'Only these kinds.' })
    kinds?: readonly RelationshipRecord['kind'][] | null,
  ): RelationshipRecord[] {
    const all = relationshipsOf(actor._id);
    const end = { IN: ['toId'], OUT: ['fromId'], ANY: ['fromId', 'toId'] } as const;
    return all.filter(
      (relationship) =>
        end[direction].some((side) => relationship[side] === actor._id) &&
        (kinds?.includes(relationship.kind) ?? true),
    );
  }

  @FieldResolver(() => [LinkedActorType], {
    description:
      'The actors linked to it by relationships that carry: itself first at depth 0, then by depth.',
  })
  @Directive('@cost(weight: 20)')
  linkedActors(
    @Root() actor: ActorFacts,
    @Ctx() context: HasRelationships,
    @Arg('maxDepth', () => Int, {
      defaultValue: defaultLinkDepth,
      description: `Maximum number of hops: 0 to ${maxLinkDepth}.`,
    })
    maxDepth: number,
    @Arg('alsoThrough', () => [RelationshipKind], {
      nullable: true,
      description: 'Kinds that do not carry a link by themselves, such as FAMILY_OF, to be followed too.',
    })
    alsoThrough?: readonly RelationshipRecord['kind'][] | null,
  ): readonly ActorPath[] {
    if (maxDepth < 0 || maxDepth > maxLinkDepth) {
      throw badUserInput(`maxDepth is ${maxDepth}: 0 to ${maxLinkDepth} hops can be followed`, {
        argument: 'maxDepth',
      });
    }
    return context.linksOf(actor._id, maxDepth, alsoThrough ?? []);
  }

  @FieldResolver(() => [ID], {
    nullable: true,
    description: 'The ids of the linked actors by the policy: what other subgraphs require.',
  })
  @Directive('@inaccessible')
  linkedActorIds(@Root() actor: ActorFacts, @Ctx() context: HasRelationships): string[] {
    return context.linksOf(actor._id, defaultLinkDepth).map(({ actorId }) => actorId);
  }
}

@Resolver(() => RelationshipType)
export class RelationshipResolver {
  @FieldResolver(() => ActorType, { description: 'The one that stands so to the other.' })
  from(@Root() { fromId }: RelationshipRecord, @Ctx() context: HasActors): Promise<ActorFacts> {
    return knownActor(fromId, context);
  }

  @FieldResolver(() => ActorType, { description: 'The one that it stands so to.' })
  to(@Root() { toId }: RelationshipRecord, @Ctx() context: HasActors): Promise<ActorFacts> {
    return knownActor(toId, context);
  }
}

@Resolver(() => LinkedActorType)
export class LinkedActorResolver {
  @FieldResolver(() => ActorType, { description: 'The linked actor.' })
  actor(@Root() { actorId }: ActorPath, @Ctx() context: HasActors): Promise<ActorFacts> {
    return knownActor(actorId, context);
  }
}

/** The actor behind an entity reference. */
export function resolveActorReference(
  reference: Readonly<Record<string, string>>,
  context: HasActors,
): Promise<ActorFacts> {
  return knownActor(reference['id'] ?? '', context);
}

/** The link behind an entity reference. Throws where the two are not linked: it is never answered with an empty path. */
export function resolveActorLinkReference(
  reference: Readonly<Record<string, string>>,
  context: HasRelationships,
) {
  const { fromId = '', toId = '' } = reference;
  const link = context.linksOf(fromId, defaultLinkDepth).find(({ actorId }) => actorId === toId);
  if (!link)
    throw new CordonError(
      'UNKNOWN_ENTITY',
      `${JSON.stringify(toId)} is not linked to ${JSON.stringify(fromId)}`,
    );
  return { fromId, toId, depth: link.depth, path: link.path };
}
