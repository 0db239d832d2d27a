import { Field, ID, ObjectType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { ValuationType } from './valuation.type';
import type { Valuation } from './valuation.record';
import type { HoldingValuationRecord } from './holdingValuation.record';

@ObjectType('HoldingValuation', { description: 'The worth of an amount of a holding, by one source.' })
export class HoldingValuationType implements Pick<
  HoldingValuationRecord,
  'amount' | 'valuation' | 'illustrative'
> {
  @Field(() => ID, { description: 'The valuation, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => BigIntScalar, { description: 'Of how much, in base units.' })
  readonly amount!: string;

  @Field(() => ValuationType, { description: 'The worth, with its time and source.' })
  readonly valuation!: Valuation;

  @Field(() => Boolean, { description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;
}
