import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { AssetFacts, SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Asset, Source } from '../vocabulary/valueTypes';
import type { TransactionView } from './transaction.view';
import { TransactionEnd, type TransactionEndView } from './transactionEnd.type';

@ObjectType('Transaction', {
  description:
    'The known facts of one transaction: its transfers; or its inputs and outputs, where its chain has those.',
  simpleResolvers: true,
})
export class TransactionType implements Omit<TransactionView, 'rows'> {
  @Field(() => ID, { description: '`<chain>:<hash>`' })
  readonly id!: string;

  @Field(() => String, { description: 'The chain, CAIP-2.' })
  readonly chain!: string;

  @Field(() => String, { description: 'The hash, as its chain spells it.' })
  readonly txHash!: string;

  @Field(() => DateTimeScalar, { description: 'The time of its block.' })
  readonly at!: Date;

  @Field(() => Boolean, { description: 'True where something of it is made up, to illustrate.' })
  readonly illustrative!: boolean;

  @Field(() => Asset, {
    nullable: true,
    description: 'The asset of its inputs and outputs. Null where it has transfers: each names its own.',
  })
  readonly asset!: AssetFacts | null;

  @Field(() => [TransactionEnd], {
    nullable: true,
    description: 'All inputs; an empty list is newly made coins. Null where its chain has none.',
  })
  readonly inputs!: readonly TransactionEndView[] | null;

  @Field(() => [TransactionEnd], {
    nullable: true,
    description: 'All outputs, the change among them. Null where its chain has none.',
  })
  readonly outputs!: readonly TransactionEndView[] | null;

  @Field(() => [Source], { description: 'The sources of its records, each once.' })
  readonly sources!: SourceFacts[];
}
