import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Completeness } from '../../../shared/subgraph/completeness';

@ObjectType('AccountTrace', {
  description: 'An account that the funds of an actor reached, and its best trace.',
})
@Directive('@inaccessible')
class AccountTraceType {
  @Field(() => ID, { description: 'The account.' })
  @Directive('@external')
  readonly accountId!: string;

  @Field(() => ID, { description: 'The linked actor whose funds reached it.' })
  @Directive('@external')
  readonly actorId!: string;

  @Field(() => ID, { description: 'The trace.' })
  @Directive('@external')
  readonly traceId!: string;

  @Field(() => Boolean, { description: 'True where it is only possible: no tag tells whose the funds are.' })
  @Directive('@external')
  readonly possible!: boolean;

  @Field(() => [ID], { description: 'The asset (CAIP-19) that arrived; empty without a hop.' })
  @Directive('@external')
  readonly assetIds!: string[];
}

@ObjectType('AccountReach', { description: "The accounts that an actor's linked actors' funds reached." })
@Directive('@inaccessible')
export class AccountReachType {
  @Field(() => [AccountTraceType], {
    description: 'One for an account, an actor and an asset, the best first.',
  })
  @Directive('@external')
  readonly traces!: AccountTraceType[];

  @Field(() => Completeness, { description: 'The share of the whole that it covers.' })
  @Directive('@external')
  readonly completeness!: Completeness;
}

/** The actor as this subgraph knows it: an id, and the attribution subgraph's facts about it. */
@ObjectType('Actor', {
  description: 'A person, organisation, group, vessel or aircraft that facts are about, listed or not.',
})
@Directive('@key(fields: "id")')
export class ActorType {
  @Field(() => ID, { description: 'The origin of the id, and the id there: `ofac:43337`.' })
  readonly id!: string;

  @Field(() => AccountReachType, {
    nullable: true,
    description: "Attribution's facts; required by `frozenAccounts`.",
  })
  @Directive('@external')
  readonly accountReach?: AccountReachType | null;
}
