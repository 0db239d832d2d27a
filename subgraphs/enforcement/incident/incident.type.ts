import { Field, ID, ObjectType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateScalar } from '../../../shared/scalars/date';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { ValuationType } from '../valuation/valuation.type';
import type { Valuation } from '../valuation/valuation.record';
import { PageInfo, Source } from '../vocabulary/valueTypes';
import type { ProjectionField } from '../projection/projectionFields.record';
import type { IncidentRecord } from './incident.record';

export type LossFacts = IncidentRecord['losses'][number];

@ObjectType('IncidentLoss', { description: 'The loss of one asset.' })
export class IncidentLossType implements Pick<LossFacts, 'amount'> {
  @Field(() => BigIntScalar, { description: 'The amount, in base units.' })
  readonly amount!: string;
}

@ObjectType('Incident', { description: 'A theft or another event that value was lost in.' })
export class IncidentType implements Omit<
  IncidentRecord,
  '_id' | 'actorIds' | 'statedValuations' | 'recordedValuations' | ProjectionField
> {
  @Field(() => ID, { description: 'The incident, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: 'The title.' })
  readonly title!: string;

  @Field(() => DateScalar, {
    description: 'The day on which it happened, not that on which it became known.',
  })
  readonly happenedOn!: string;

  @Field(() => [IncidentLossType], { description: 'The loss, per asset.' })
  readonly losses!: LossFacts[];

  @Field(() => [ValuationType], {
    description: 'The worth of the loss, by each source and at the time of its prices. Never added up.',
  })
  readonly valuations!: Valuation[];

  @Field(() => Boolean, { description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}

export const IncidentConnection = defineConnection({
  name: 'Incident',
  node: () => IncidentType,
  pageInfo: PageInfo,
});
