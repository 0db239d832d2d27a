import { Field, ID, InputType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { SourcedInput } from './sourced.input';

@InputType('RecordInflowInput', { description: 'An amount that came in at an account.' })
export class RecordInflowInput extends SourcedInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => ID, { description: 'CAIP-19.' })
  readonly asset!: string;

  @Field(() => BigIntScalar, { description: 'In base units, more than 0.' })
  readonly amount!: bigint;
}
