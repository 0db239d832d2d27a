import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { Completeness } from '../../../shared/subgraph/completeness';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import { CrossingType } from '../crossing/crossing.type';
import type { CrossingView } from '../crossing/crossing.view';
import { Asset } from '../vocabulary/valueTypes';
import { WalletType } from '../wallet/wallet.type';
import type { HopView } from './hop.view';

export interface TraceView {
  readonly id: string;
  readonly from: WalletFacts;
  readonly to: WalletFacts;
  readonly hops: readonly HopView[];
  readonly amount: bigint | null;
  readonly asset: AssetFacts | null;
  readonly completeness: Completeness;
  readonly snapshot: string;
  readonly illustrative: boolean;
}

@ObjectType('Hop', { description: 'One transfer on the way of a trace.', simpleResolvers: true })
export class HopType implements HopView {
  @Field(() => String, { description: 'The transaction, as its chain spells it.' })
  readonly txHash!: string;

  @Field(() => WalletType, { description: 'The sending wallet.' })
  readonly from!: WalletFacts;

  @Field(() => WalletType, { description: 'The receiving wallet.' })
  readonly to!: WalletFacts;

  @Field(() => BigIntScalar, { description: 'The amount of this transfer, in base units of the asset.' })
  readonly amount!: bigint;

  @Field(() => Asset, { description: 'The asset.' })
  readonly asset!: AssetFacts;

  @Field(() => DateTimeScalar, { description: 'The time; never before that of the hop before.' })
  readonly at!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The destination tag or memo that it was sent with, which says whose it is at a shared address.',
  })
  readonly tag!: string | null;

  @Field(() => Boolean, { description: 'True where the transfer is made up, to illustrate.' })
  readonly illustrative!: boolean;

  @Field(() => CrossingType, {
    nullable: true,
    description:
      'This hop follows the one before by a recorded swap or bridge; `from` is then its payer. Null where it leaves where the one before arrived, in the same asset.',
  })
  readonly crossing!: CrossingView | null;
}

@ObjectType('Trace', {
  description:
    "A path of transfers in time order from an actor's wallet to a deposit wallet of an account. All are of one asset, except where a recorded swap or bridge leads on.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class TraceType implements TraceView {
  @Field(() => ID, { description: 'It names everything that is needed to compute the trace again.' })
  readonly id!: string;

  @Field(() => WalletType, { description: "The actor's wallet where it starts." })
  readonly from!: WalletFacts;

  @Field(() => WalletType, { description: 'The deposit wallet of the account where it ends.' })
  readonly to!: WalletFacts;

  @Field(() => [HopType], {
    description: "The transfers, first to last; none where the deposit wallet is the actor's own wallet.",
  })
  readonly hops!: HopType[];

  @Field(() => BigIntScalar, {
    nullable: true,
    description:
      'The maximum that can have come by this path, in base units: the amount of the smallest hop. After a crossing only the hops since count, as amounts of different assets do not compare. Null without a hop.',
  })
  readonly amount!: bigint | null;

  @Field(() => Asset, {
    nullable: true,
    description:
      'The asset that arrived: that of the last hop, and of every hop since the last crossing. Null without a hop.',
  })
  readonly asset!: AssetFacts | null;

  @Field(() => Completeness, { description: 'The share of the whole that the search covered.' })
  readonly completeness!: Completeness;

  @Field(() => ID, { description: 'The state of the transfers that the search examined.' })
  readonly snapshot!: string;

  @Field(() => Boolean, {
    description: 'True where one of its transfers or crossings is made up, to illustrate.',
  })
  readonly illustrative!: boolean;
}
