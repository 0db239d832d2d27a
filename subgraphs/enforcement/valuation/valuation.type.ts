import { Field, ObjectType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { ApproximateTime } from '../approximateTime/approximateTime.record';
import { ApproximateTimeType } from '../approximateTime/approximateTime.type';
import { Source } from '../vocabulary/valueTypes';
import type { Valuation } from './valuation.record';

@ObjectType('Valuation', {
  description: 'A worth in US dollars, with its time and source.',
  simpleResolvers: true,
})
export class ValuationType implements Valuation {
  @Field(() => BigIntScalar, { description: 'US cents: a whole number, so that it is exact.' })
  readonly usdCents!: string;

  @Field(() => ApproximateTimeType, {
    description: 'The time of the prices, as closely as the source says it.',
  })
  readonly time!: ApproximateTime;

  @Field(() => Source, { description: 'The source.' })
  readonly source!: SourceFacts;
}
