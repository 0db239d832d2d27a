import { Field, Int, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { WalletType } from '../wallet/wallet.type';

/** An input or output as a client sees it. */
export interface TransactionEndView {
  readonly index: number;
  readonly wallet: WalletFacts | null;
  readonly amount: bigint;
}

@ObjectType('TransactionEnd', {
  description: 'An input or an output of a transaction that has many of both.',
  simpleResolvers: true,
})
export class TransactionEnd implements TransactionEndView {
  @Field(() => Int, { description: 'Its place among the inputs, or among the outputs.' })
  readonly index!: number;

  @Field(() => WalletType, {
    nullable: true,
    description: 'The wallet; null where its script pays to no address.',
  })
  readonly wallet!: WalletFacts | null;

  @Field(() => BigIntScalar, { description: 'The amount, in base units of the asset.' })
  readonly amount!: bigint;
}
