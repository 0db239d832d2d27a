import { Field, InputType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { AmountInput } from './measureAct.input';
import { PublicFactInput, ValuationInput } from './publicFact.input';

@InputType('RecordIncidentInput', { description: 'A theft or another event that value was lost in.' })
export class RecordIncidentInput extends PublicFactInput {
  @Field(() => DateScalar, { description: 'The day on which it happened.' })
  readonly happenedOn!: string;

  @Field(() => [AmountInput], { nullable: true, description: 'The loss, per asset.' })
  readonly losses?: AmountInput[] | null;

  @Field(() => [ValuationInput], { nullable: true, description: 'The worth of the loss, by each source.' })
  readonly valuations?: ValuationInput[] | null;
}
