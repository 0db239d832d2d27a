import { ArgsType, Field, ID, Int } from 'type-graphql';

@ArgsType()
export class ClaimsArguments {
  @Field(() => ID, { nullable: true, description: 'Only claims about this actor, incident or account.' })
  readonly about?: string | null;

  @Field(() => Int, { defaultValue: 50, description: 'How many rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
