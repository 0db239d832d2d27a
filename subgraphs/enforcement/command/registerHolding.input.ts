import { Field, ID, InputType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { SourcedInput } from './sourced.input';

@InputType('RegisterHoldingInput', {
  description: 'A holding of an account in an asset; an omitted amount is unknown, and not zero.',
})
export class RegisterHoldingInput extends SourcedInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => ID, { description: 'CAIP-19.' })
  readonly asset!: string;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'The amount present when the first measure took hold.',
  })
  readonly frozen?: bigint | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The amount that came in since.' })
  readonly inflow?: bigint | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The amount held.' })
  readonly held?: bigint | null;
}
