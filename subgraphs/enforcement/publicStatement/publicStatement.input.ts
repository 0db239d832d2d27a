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
      'Whether to include what stands in a contradiction in which no primary source supports it: `status` says so.',
  })
  readonly includeUnsupported!: boolean;
}
