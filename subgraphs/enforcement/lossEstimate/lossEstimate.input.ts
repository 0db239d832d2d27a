import { ArgsType, Field, Int } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';

@ArgsType()
export class LossEstimatesArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Only estimates for this country: ISO 3166-1 alpha-2, such as `JP`.',
  })
  readonly country?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only those whose period may reach this day or later. An unknown period may be any.',
  })
  readonly from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only those whose period may begin on this day or earlier.',
  })
  readonly to?: string | null;

  @Field(() => Int, { defaultValue: 50, description: 'Number of rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
