import { Field, ID, ObjectType } from 'type-graphql';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import type { ClaimRecord } from '../claim/claim.record';
import { ClaimType } from '../claim/claim.type';
import { ApproximateTimeType } from '../approximateTime/approximateTime.type';
import type { ApproximateTime } from '../approximateTime/approximateTime.record';
import { PageInfo } from '../vocabulary/valueTypes';
import type { LossEstimateFacts } from './lossEstimate.rules';

@ObjectType('LossEstimate', {
  description:
    "A source's estimate of a loss. Estimates stand beside each other and are never summed: their periods overlap, and their sources count differently.",
  simpleResolvers: true,
})
export class LossEstimateType implements LossEstimateFacts {
  @Field(() => ID, { description: 'The estimate, unique within the deployment.' })
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The country that lost: ISO 3166-1 alpha-2; null: the whole world.',
  })
  readonly country!: string | null;

  @Field(() => String, {
    description: 'The amount as the source gives it, with ~, > or .. where it is not exact.',
  })
  readonly value!: string;

  @Field(() => String, { nullable: true, description: 'The unit of the amount, such as USD.' })
  readonly unit!: string | null;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'The least that it can be, in whole units, with the rounding of the figure; null: open.',
  })
  readonly low!: bigint | null;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'The most that it can be, in whole units, with the rounding of the figure; null: open.',
  })
  readonly high!: bigint | null;

  @Field(() => ApproximateTimeType, {
    description: 'The time in which it was lost, as closely as the source says it.',
  })
  readonly period!: ApproximateTime;

  @Field(() => String, {
    nullable: true,
    description: 'The author of the estimate, such as Elliptic, where the source names one.',
  })
  readonly by!: string | null;

  @Field(() => ClaimType, { description: 'The claim that it is in, with its source, modality and words.' })
  readonly claim!: ClaimRecord;
}

export const LossEstimateConnection = defineConnection({
  name: 'LossEstimate',
  node: () => LossEstimateType,
  pageInfo: PageInfo,
});
