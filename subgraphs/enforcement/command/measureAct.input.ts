import { Field, ID, InputType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';

export const keyText =
  "The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key " +
  'with another payload is rejected.';

@InputType('AmountInput', { description: 'An amount of an asset.' })
export class AmountInput {
  @Field(() => ID, { description: 'CAIP-19.' })
  readonly asset!: string;

  @Field(() => BigIntScalar, { description: 'In base units, more than 0.' })
  readonly amount!: bigint;
}

@InputType('MeasureActInput', { description: 'A measure on an account, on its legal bases.' })
export class MeasureActInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => [ID], {
    description: 'The legal processes that it rests on. Each must carry it at that time.',
  })
  readonly processes!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The assets (CAIP-19) that it is on; default: the whole account.',
  })
  readonly assets?: string[] | null;

  @Field(() => String, { description: 'The reason, for checkers and auditors.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
