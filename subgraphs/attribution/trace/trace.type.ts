import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { Completeness } from '../../../shared/subgraph/completeness';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import type { MovementView } from '../transfer/transfer.view';
import { Asset } from '../valueTypes';
import { WalletType } from '../wallet/wallet.type';

export interface TraceView {
  readonly id: string;
  readonly from: WalletFacts;
  readonly to: WalletFacts;
  readonly hops: readonly MovementView[];
  readonly amount: bigint | null;
  readonly asset: AssetFacts | null;
  readonly completeness: Completeness;
  readonly snapshot: string;
  readonly illustrative: boolean;
}

@ObjectType('Hop', { description: 'One transfer on the way of a trace.', simpleResolvers: true })
export class HopType implements MovementView {
  @Field(() => String, { description: 'The transaction, as its chain spells it.' })
  readonly txHash!: string;

  @Field(() => WalletType, { description: 'Where the funds left.' })
  readonly from!: WalletFacts;

  @Field(() => WalletType, { description: 'Where they arrived.' })
  readonly to!: WalletFacts;

  @Field(() => BigIntScalar, { description: 'How much this transfer moved, in base units of the asset.' })
  readonly amount!: bigint;

  @Field(() => Asset, { description: 'What was moved.' })
  readonly asset!: AssetFacts;

  @Field(() => DateTimeScalar, { description: 'When; never before the hop that comes before it.' })
  readonly at!: Date;

  @Field(() => Boolean, { description: 'True where the transfer is made up, to illustrate.' })
  readonly illustrative!: boolean;
}

@ObjectType('Trace', {
  description:
    "A path of transfers of one asset, in time order, from an actor's wallet to a deposit wallet of an account.",
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
      'The most that can have come this way, in base units: the amount of the smallest hop. Null where there is no hop.',
  })
  readonly amount!: bigint | null;

  @Field(() => Asset, {
    nullable: true,
    description: 'What was moved; the same on every hop. Null where there is no hop.',
  })
  readonly asset!: AssetFacts | null;

  @Field(() => Completeness, { description: 'How much of the whole the search covered that found it.' })
  readonly completeness!: Completeness;

  @Field(() => ID, { description: 'The state of the transfers that the search looked at.' })
  readonly snapshot!: string;

  @Field(() => Boolean, { description: 'True where one of its transfers is made up, to illustrate.' })
  readonly illustrative!: boolean;
}
