import { Field, ID, InputType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateScalar } from '../../../shared/scalars/date';
import { keyText } from './measureAct.input';
import { SourceInput } from './source.input';

@InputType('StatedTimeInput', { description: 'A time as closely as its source says it.' })
export class StatedTimeInput {
  @Field(() => String, { description: "The source's time, in our words." })
  readonly text!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day that it may have been; omitted: open.',
  })
  readonly from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day that it may have been; omitted: open.',
  })
  readonly to?: string | null;
}

@InputType('ValuationInput', {
  description: 'A worth in US dollars: never without the time and the source.',
})
export class ValuationInput {
  @Field(() => BigIntScalar, { description: 'US cents.' })
  readonly usdCents!: bigint;

  @Field(() => StatedTimeInput, { description: 'The time of the prices.' })
  readonly time!: StatedTimeInput;

  @Field(() => SourceInput, { description: 'The source.' })
  readonly source!: SourceInput;
}

@InputType({ description: 'The fields that several inputs share.' })
export class PublicFactInput {
  @Field(() => String, { description: 'The title.' })
  readonly title!: string;

  @Field(() => [ID], { nullable: true, description: 'The actors that a source names.' })
  readonly actors?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => SourceInput, { description: 'On whose word.' })
  readonly source!: SourceInput;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
