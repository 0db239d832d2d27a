import { Field, InputType } from 'type-graphql';
import { AmountInput, MeasureActInput } from './measureAct.input';

@InputType('SeizeInput', { description: 'A seizure of frozen or blocked assets, on a warrant or order.' })
export class SeizeInput extends MeasureActInput {
  @Field(() => [AmountInput], { description: 'The amounts taken, each asset once.' })
  readonly amounts!: AmountInput[];
}
