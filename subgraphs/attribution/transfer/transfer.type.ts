import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { AssetFacts, SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Asset, PageInfo, Source } from '../valueTypes';
import { WalletType } from '../wallet/wallet.type';
import type { MovementView } from './transfer.view';

@ObjectType('Transfer', {
  description: 'A movement of one asset from one wallet to another, within a transaction.',
  simpleResolvers: true,
})
export class TransferType implements MovementView {
  @Field(() => ID, { description: '`<chain>:<transaction>:<index>`' })
  readonly id!: string;

  @Field(() => String, { description: 'The transaction, as its chain spells it.' })
  readonly txHash!: string;

  @Field(() => Int, { description: 'Its place within the transaction.' })
  readonly index!: number;

  @Field(() => WalletType, { description: 'Where the funds left.' })
  readonly from!: WalletFacts;

  @Field(() => WalletType, { description: 'Where they arrived.' })
  readonly to!: WalletFacts;

  @Field(() => BigIntScalar, { description: 'How much, in base units of the asset.' })
  readonly amount!: bigint;

  @Field(() => Asset, { description: 'What was moved.' })
  readonly asset!: AssetFacts;

  @Field(() => DateTimeScalar, { description: 'When: the time of its block.' })
  readonly at!: Date;

  @Field(() => Boolean, { description: 'True where it is made up, to illustrate.' })
  readonly illustrative!: boolean;

  @Field(() => Source, { description: 'Where this record of it comes from.' })
  readonly source!: SourceFacts;
}

export const TransferConnection = defineConnection({
  name: 'Transfer',
  node: () => TransferType,
  pageInfo: PageInfo,
  counted: false,
});
