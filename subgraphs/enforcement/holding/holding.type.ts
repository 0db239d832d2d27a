import { Field, ObjectType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Source } from '../vocabulary/valueTypes';
import type { ProjectionField } from '../projection/projectionFields.record';
import type { HoldingRecord } from './holding.record';

@ObjectType('Holding', {
  description:
    'The holding of an account in one asset under measures, in base units. Null is "nobody has observed it", never zero. Where all are known, frozen + inflow = held + seized + released + destroyed, exactly.',
})
export class HoldingType implements Omit<
  HoldingRecord,
  '_id' | 'accountId' | 'venueId' | 'asset' | ProjectionField
> {
  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'The amount present when the first measure took hold.',
  })
  readonly frozen?: string | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The amount that came in since.' })
  readonly inflow?: string | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The amount held.' })
  readonly held?: string | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The amount handed to an authority.' })
  readonly seized?: string | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The amount that the owner got back.' })
  readonly released?: string | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The amount that its issuer destroyed.' })
  readonly destroyed?: string | null;

  @Field(() => Boolean, {
    description: 'True where it is made up for illustration: no amount is then a fact.',
  })
  readonly illustrative!: boolean;

  @Field(() => Source, { description: 'On whose word was first heard of it.' })
  readonly source!: SourceFacts;
}
