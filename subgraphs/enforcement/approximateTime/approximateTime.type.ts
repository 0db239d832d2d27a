import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { ApproximateTime } from './approximateTime.record';

@ObjectType('StatedTime', {
  description: 'A time as closely as its source says it: an interval, never a point that nobody gave.',
  simpleResolvers: true,
})
export class ApproximateTimeType implements ApproximateTime {
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
