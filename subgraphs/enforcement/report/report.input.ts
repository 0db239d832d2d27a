import { ArgsType, Field, ID } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { PageOnlyArguments } from '../rows/page.input';

@ArgsType()
export class FiledReportsArguments extends PageOnlyArguments {
  @Field(() => String, { nullable: true, description: 'Only those of exactly this kind.' })
  readonly kind?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those about this account.' })
  readonly account?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only those filed at or after this instant.' })
  readonly filedFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only those filed before this instant.' })
  readonly filedUntil?: Date | null;
}
