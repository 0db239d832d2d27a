import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Completeness } from '../../../shared/subgraph/completeness';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';

/** The link of one actor to another, which sanctions resolves by its key. */
@ObjectType('ActorLink', { description: 'The link of one actor to another, by the shortest path.' })
@Directive('@key(fields: "fromId toId", resolvable: false)')
export class ActorLinkType {
  @Field(() => ID, { description: 'The actor asked about.' })
  readonly fromId!: string;

  @Field(() => ID, { description: 'The actor that is linked to it.' })
  readonly toId!: string;
}

/** A way that funds took, which attribution tells by its key. */
@ObjectType('Trace', {
  description: "A path of transfers in time order, from an actor's wallet to a wallet.",
})
@Directive('@key(fields: "id", resolvable: false)')
export class TraceType {
  @Field(() => ID, { description: 'Names everything that is needed to compute the trace again.' })
  readonly id!: string;
}

@ObjectType('FrozenAccount', {
  description:
    'A frozen, blocked, seized or forfeited account that the funds of a linked actor reached, with the evidence.',
})
export class FrozenAccountType {
  readonly accountId!: string;
  readonly askedId!: string;
  readonly actorId!: string;
  readonly traceId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True where a measure that holds the account is on the asset of the trace. Null without a hop, where the measures are on some assets only: no asset was traced.',
  })
  readonly assetUnderMeasure!: boolean | null;

  @Field(() => Boolean, {
    description:
      'True where it is possible only: accounts share the deposit wallet, and no tag says that it is of one of them only.',
  })
  readonly possible!: boolean;
}

export const FrozenAccountConnection = defineConnection({
  name: 'FrozenAccount',
  node: () => FrozenAccountType,
  pageInfo: PageInfo,
});
Field(() => Completeness, {
  description:
    'The share of the whole that was examined to find them. An empty list that is not COMPLETE is not "none". BUDGET also where `unregistered` is not empty.',
})(FrozenAccountConnection.prototype as object, 'completeness');
Field(() => [ID], {
  description:
    'Accounts that the funds reached and that are not registered here (the first 100): nobody can say whether they ' +
    'are frozen. Register them, or correct the deposit wallets that name them.',
})(FrozenAccountConnection.prototype as object, 'unregistered');
