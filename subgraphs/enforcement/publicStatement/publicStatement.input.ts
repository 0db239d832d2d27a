import { ArgsType, Field, ID } from 'type-graphql';
import { PageOnlyArguments } from '../page.input';

@ArgsType()
export class PublicStatementsArguments extends PageOnlyArguments {
  @Field(() => ID, { nullable: true, description: 'Only what is about this actor or incident.' })
  readonly about?: string | null;
}
