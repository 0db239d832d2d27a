import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class ActorsArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Words that begin words of a name or alias; all must. For screening use `screenNames`.',
  })
  readonly search?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only actors designated under this programme, now or before.',
  })
  readonly program?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only actors that are on a list today, or only those that are not.',
  })
  readonly listed?: boolean | null;

  @Field(() => Int, { defaultValue: 20, description: 'Number of rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
