import { Field, ObjectType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import type { MeasureAmount } from './measureAmount.rules';

@ObjectType('MeasureAmount', {
  description:
    'The amounts of a measure in one asset, in base units. Null is "nobody has observed it", never zero.',
})
export class MeasureAmountType implements Omit<MeasureAmount, 'asset'> {
  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'The amount of the asset that the account holds now, by all measures together.',
  })
  readonly held!: string | null;

  @Field(() => BigIntScalar, {
    nullable: true,
    description:
      'The amount that this measure handed to an authority; null where nothing was recorded with it.',
  })
  readonly seized!: string | null;

  readonly asset!: string;
}
