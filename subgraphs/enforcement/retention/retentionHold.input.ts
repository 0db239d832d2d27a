import { ArgsType, Field, ID } from 'type-graphql';
import { PageOnlyArguments } from '../rows/page.input';

@ArgsType()
export class RetentionHoldsArguments extends PageOnlyArguments {
  @Field(() => ID, { nullable: true, description: 'Only those that cover this account.' })
  readonly account?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those in place now, or only those that were lifted. Default: all.',
  })
  readonly inPlace?: boolean | null;
}
