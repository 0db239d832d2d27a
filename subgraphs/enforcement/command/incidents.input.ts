import { Field, ID, InputType, Int } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateScalar } from '../../../shared/scalars/date';
import { AmountInput, keyText } from './measureActs.input';
import { SourceInput } from './source.input';

@InputType('StatedTimeInput', { description: 'A time as closely as its source says it.' })
export class StatedTimeInput {
  @Field(() => String, { description: "The source's time, in our words." })
  readonly text!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day that it may have been; left out: open.',
  })
  readonly from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day that it may have been; left out: open.',
  })
  readonly to?: string | null;
}

@InputType('ValuationInput', {
  description: 'What something was worth: never without the time and the source.',
})
export class ValuationInput {
  @Field(() => BigIntScalar, { description: 'US cents.' })
  readonly usdCents!: bigint;

  @Field(() => StatedTimeInput, { description: 'The time of the prices.' })
  readonly time!: StatedTimeInput;

  @Field(() => SourceInput, { description: 'Who says so.' })
  readonly source!: SourceInput;
}

@InputType({ description: 'What several inputs have in common.' })
class PublicFactInput {
  @Field(() => String, { description: 'What it was.' })
  readonly title!: string;

  @Field(() => [ID], { nullable: true, description: 'The actors that a source names.' })
  readonly actors?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => SourceInput, { description: 'On whose word.' })
  readonly source!: SourceInput;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

@InputType('RecordIncidentInput', { description: 'A theft or another event that value was lost in.' })
export class RecordIncidentInput extends PublicFactInput {
  @Field(() => DateScalar, { description: 'The day on which it happened.' })
  readonly happenedOn!: string;

  @Field(() => [AmountInput], { nullable: true, description: 'What was lost, per asset.' })
  readonly losses?: AmountInput[] | null;

  @Field(() => [ValuationInput], { nullable: true, description: 'What that was worth, by each source.' })
  readonly valuations?: ValuationInput[] | null;
}

@InputType('RecordRecoveryInput', { description: 'Value that was got back, as announced.' })
export class RecordRecoveryInput extends PublicFactInput {
  @Field(() => DateScalar, { description: 'The day on which it was announced.' })
  readonly announcedOn!: string;

  @Field(() => ValuationInput, { description: 'What it was worth.' })
  readonly valuation!: ValuationInput;

  @Field(() => Int, { nullable: true, description: 'Over how many accounts, where the source says.' })
  readonly accounts?: number | null;

  @Field(() => ID, { nullable: true, description: 'The incident that it was lost in.' })
  readonly incident?: string | null;
}

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
