import { ArgsType, Field, Int } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';

@ArgsType()
export class FrozenAccountsArguments {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The instant at which a freeze or block must be in force; left out: now. It dates the measures alone.',
  })
  readonly asOf?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'What was known of the measures at this instant; left out: all that is known.',
  })
  readonly knownAt?: Date | null;

  @Field(() => Int, { defaultValue: 100, description: 'How many rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
