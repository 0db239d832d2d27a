import { Field, ObjectType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateScalar } from '../../../shared/scalars/date';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Source } from '../valueTypes';
import type { StatedTime } from './statedTime.record';
import type { Valuation } from './valuation.record';

@ObjectType('StatedTime', {
  description: 'A time as closely as its source says it: an interval, never a point that nobody gave.',
  simpleResolvers: true,
})
export class StatedTimeType implements StatedTime {
  @Field(() => String, { description: "The source's time, in our words." })
  readonly text!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day that it may have been; null: open.',
  })
  readonly from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day that it may have been; null: open.' })
  readonly to?: string | null;
}

@ObjectType('Valuation', {
  description: 'What something was worth in US dollars, at which time, and who says so.',
  simpleResolvers: true,
})
export class ValuationType implements Valuation {
  @Field(() => BigIntScalar, { description: 'US cents: a whole number, so that it is exact.' })
  readonly usdCents!: string;

  @Field(() => StatedTimeType, { description: 'The time of the prices, as closely as the source says it.' })
  readonly time!: StatedTime;

  @Field(() => Source, { description: 'Who says so.' })
  readonly source!: SourceFacts;
}
