import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Completeness } from '../../../shared/subgraph/completeness';

@ObjectType('AccountTrace', {
  description: 'An account that an actor reached, and the trace that shows it.',
  simpleResolvers: true,
})
@Directive('@inaccessible')
export class AccountTraceType {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => ID, { description: 'The linked actor whose wallet the trace starts at.' })
  readonly actorId!: string;

  @Field(() => ID, { description: 'The trace.' })
  readonly traceId!: string;

  @Field(() => Boolean, {
    description:
      'True where it is possible only: accounts share the deposit wallet, and no tag says that it is of one of them only.',
  })
  readonly possible!: boolean;

  @Field(() => [ID], {
    description: "The asset (CAIP-19) that arrived; empty without a hop: the wallet is the actor's own.",
  })
  readonly assetIds!: string[];
}

@ObjectType('AccountReach', {
  description:
    "The accounts that an actor's and its linked actors' funds reached, by the policy's depth and hops.",
  simpleResolvers: true,
})
@Directive('@inaccessible')
export class AccountReachType {
  @Field(() => [AccountTraceType], {
    description: 'One for each account, actor and asset, by account, then actor, the best first.',
  })
  readonly traces!: AccountTraceType[];

  @Field(() => Completeness, { description: 'The share of the whole that was searched.' })
  readonly completeness!: Completeness;

  @Field(() => ID, { description: 'The state of the transfers that was searched.' })
  readonly snapshot!: string;
}
