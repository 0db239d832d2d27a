import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { PublicFactInput, ValuationInput } from './publicFact.input';

@InputType('RecordRecoveryInput', { description: 'Value that was got back, as announced.' })
export class RecordRecoveryInput extends PublicFactInput {
  @Field(() => DateScalar, { description: 'The day on which it was announced.' })
  readonly announcedOn!: string;

  @Field(() => ValuationInput, { description: 'The worth.' })
  readonly valuation!: ValuationInput;

  @Field(() => Int, { nullable: true, description: 'Over how many accounts, where the source says.' })
  readonly accounts?: number | null;

  @Field(() => ID, { nullable: true, description: 'The incident that it was lost in.' })
  readonly incident?: string | null;
}
