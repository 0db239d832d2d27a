import { ArgsType, Field, ID } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { PageOnlyArguments } from '../rows/page.input';

@ArgsType()
export class IncidentsArguments extends PageOnlyArguments {
  @Field(() => ID, {
    nullable: true,
    description: 'Only those that a source holds this actor responsible for.',
  })
  readonly actor?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only what happened on this day or later.' })
  readonly since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only what happened on this day or earlier.' })
  readonly until?: string | null;
}
