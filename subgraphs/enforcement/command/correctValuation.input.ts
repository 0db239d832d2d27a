import { Field, ID, InputType, Int } from 'type-graphql';
import { keyText } from './measureAct.input';
import { ValuationInput } from './publicFact.input';

@InputType('CorrectValuationInput', {
  description: 'A valuation of an incident, or of an amount on an account, as it reads from now on.',
})
export class CorrectValuationInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The valuation.' })
  readonly id!: string;

  @Field(() => String, { description: 'The mistake.' })
  readonly reason!: string;

  @Field(() => ValuationInput, { description: 'The corrected valuation.' })
  readonly valuation!: ValuationInput;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
