import { ArgsType, Field, ID } from 'type-graphql';
import { PageOnlyArguments } from '../rows/page.input';

@ArgsType()
export class PublicStatementsArguments extends PageOnlyArguments {
  @Field(() => ID, {
    nullable: true,
    description: 'Only what is about this actor, incident or organisation.',
  })
  readonly about?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True to include claims in a contradiction in which no primary source supports them: `status` shows it.',
  })
  readonly includeUnsupported!: boolean;
}
