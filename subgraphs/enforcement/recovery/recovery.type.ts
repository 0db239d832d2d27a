import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { ValuationType } from '../valuation/valuation.type';
import type { Valuation } from '../valuation/valuation.record';
import { PageInfo, Source } from '../vocabulary/valueTypes';
import type { ProjectionField } from '../projection/projectionFields.record';
import type { RecoveryRecord } from './recovery.record';

@ObjectType('Recovery', { description: 'Value that was got back from a theft, as announced.' })
export class RecoveryType implements Omit<
  RecoveryRecord,
  '_id' | 'incidentId' | 'actorIds' | ProjectionField
> {
  @Field(() => ID, { description: 'The recovery, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: 'The title.' })
  readonly title!: string;

  @Field(() => DateScalar, {
    description: 'The day on which it was announced; that of the recovery itself may not be known.',
  })
  readonly announcedOn!: string;

  @Field(() => ValuationType, { description: 'The worth.' })
  readonly valuation!: Valuation;

  @Field(() => Int, { nullable: true, description: 'Over how many accounts, where the source says.' })
  readonly accounts?: number | null;

  @Field(() => Boolean, { description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}

export const RecoveryConnection = defineConnection({
  name: 'Recovery',
  node: () => RecoveryType,
  pageInfo: PageInfo,
});
