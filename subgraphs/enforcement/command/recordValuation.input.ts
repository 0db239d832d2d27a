import { Field, ID, InputType } from 'type-graphql';
import { AmountInput, keyText } from './measureAct.input';
import { ValuationInput } from './publicFact.input';

@InputType('RecordValuationInput', {
  description: "The worth of an incident's loss, or of an amount on an account.",
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
