import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { AssetFacts, SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Asset, PageInfo, Source } from '../vocabulary/valueTypes';
import { WalletType } from '../wallet/wallet.type';
import type { TransferView } from './transfer.view';
import { TransactionEnd, type TransactionEndView } from './transactionEnd.type';

@ObjectType('Transfer', {
  description:
    'A movement of one asset, as the wallet sees it whose transfer it is: from one wallet to another; or its part in a ' +
    'transaction with many inputs and outputs, of which no chain says which input paid which output.',
  simpleResolvers: true,
})
export class TransferType implements TransferView {
  @Field(() => ID, {
    description: '`<chain>:<transaction>:<index>`; `<chain>:<transaction>` where it has inputs and outputs.',
  })
  readonly id!: string;

  @Field(() => String, { description: 'The transaction, as its chain spells it.' })
  readonly txHash!: string;

  @Field(() => Int, {
    description:
      "Its place within the transaction; of the wallet's first input or output where it has those.",
  })
  readonly index!: number;

  @Field(() => WalletType, {
    nullable: true,
    description: 'Where the funds left; null where that is several wallets or none: see `inputs`.',
  })
  readonly from!: WalletFacts | null;

  @Field(() => WalletType, {
    nullable: true,
    description: 'Where they arrived; null where that is several wallets or none: see `outputs`.',
  })
  readonly to!: WalletFacts | null;

  @Field(() => BigIntScalar, {
    description:
      'How much, in base units of the asset; of a transaction with inputs and outputs what the wallet put in, ' +
      'or where it put nothing in or was asked for what it received, what it got.',
  })
  readonly amount!: bigint;

  @Field(() => [TransactionEnd], {
    nullable: true,
    description:
      'All inputs, where the transaction has inputs and outputs; an empty list is newly made coins. Null elsewhere.',
  })
  readonly inputs!: readonly TransactionEndView[] | null;

  @Field(() => [TransactionEnd], {
    nullable: true,
    description:
      'All outputs, the change among them, where the transaction has inputs and outputs. Null elsewhere.',
  })
  readonly outputs!: readonly TransactionEndView[] | null;

  @Field(() => Asset, { description: 'What was moved.' })
  readonly asset!: AssetFacts;

  @Field(() => DateTimeScalar, { description: 'When: the time of its block.' })
  readonly at!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The destination tag or memo that it was sent with, which says whose it is at a shared address.',
  })
  readonly tag!: string | null;

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
