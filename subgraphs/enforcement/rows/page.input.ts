import { ArgsType, Field, Int } from 'type-graphql';

/** The arguments of a list that has nothing else to ask for. */
@ArgsType()
export class PageOnlyArguments {
  @Field(() => Int, { defaultValue: 20, description: 'Number of rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
