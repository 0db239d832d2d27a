import { Field, ID, InputType } from 'type-graphql';
import { AmountInput, keyText } from './measureAct.input';
import { ValuationInput } from './publicFact.input';

@InputType('RecordValuationInput', {
  description: 'What an incident, or an amount on an account, was worth.',
})
export class RecordValuationInput {
  @Field(() => ID, { nullable: true, description: 'The incident; or else the account, asset and amount.' })
  readonly incident?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account.' })
  readonly account?: string | null;

  @Field(() => AmountInput, { nullable: true, description: 'Of how much it is the worth.' })
  readonly amount?: AmountInput | null;

  @Field(() => ValuationInput, { description: 'The valuation.' })
  readonly valuation!: ValuationInput;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
