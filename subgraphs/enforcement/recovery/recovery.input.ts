import { ArgsType, Field, ID } from 'type-graphql';
import { PageOnlyArguments } from '../rows/page.input';

@ArgsType()
export class RecoveriesArguments extends PageOnlyArguments {
  @Field(() => ID, { nullable: true, description: 'Only what was lost in this incident.' })
  readonly incident?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was got back from this actor.' })
  readonly actor?: string | null;
}
