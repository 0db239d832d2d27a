import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class ListPageArguments {
  @Field(() => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
