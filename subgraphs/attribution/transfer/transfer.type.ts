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
    'A movement of one asset, as its wallet sees it: from one wallet to another, or its part in a transaction with many inputs and outputs. Of such a transaction no chain records which input paid which output.',
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
    description: 'The sending wallet; null where that is several wallets or none: see `inputs`.',
  })
  readonly from!: WalletFacts | null;

  @Field(() => WalletType, {
    nullable: true,
    description: 'The receiving wallet; null where that is several wallets or none: see `outputs`.',
  })
  readonly to!: WalletFacts | null;

  @Field(() => BigIntScalar, {
    description:
      'The amount, in base units of the asset. For a transaction with inputs and outputs: the amount that the wallet put in. Where it put nothing in, or its receipts were asked for: the amount that it got.',
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

  @Field(() => Asset, { description: 'The asset.' })
  readonly asset!: AssetFacts;

  @Field(() => DateTimeScalar, { description: 'The time of its block.' })
  readonly at!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The destination tag or memo that it was sent with, which says whose it is at a shared address.',
  })
  readonly tag!: string | null;

  @Field(() => Boolean, { description: 'True where it is made up, to illustrate.' })
  readonly illustrative!: boolean;

  @Field(() => Source, { description: 'The source of this record.' })
  readonly source!: SourceFacts;
}

export const TransferConnection = defineConnection({
  name: 'Transfer',
  node: () => TransferType,
  pageInfo: PageInfo,
  counted: false,
});
