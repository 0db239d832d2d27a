import { Directive, Field, ID, ObjectType } from 'type-graphql';

/**
 * An actor as this subgraph knows it: by its id and, where the gateway was asked for them, the actors linked
 * to it.
 */
export interface ActorReference {
  readonly id: string;
  readonly linkedActorIds?: readonly string[];
}

@ObjectType('Actor', { description: 'An actor; `sanctions` knows who it is.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class ActorType implements ActorReference {
  @Field(() => ID, { description: 'The origin of the id, and the id there: `ofac:43337`.' })
  readonly id!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'The ids of the linked actors by the policy of `sanctions`.',
  })
  @Directive('@external')
  readonly linkedActorIds?: string[];
}
