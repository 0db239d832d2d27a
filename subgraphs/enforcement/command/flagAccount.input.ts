import { Field, ID, InputType } from 'type-graphql';
import { keyText } from './measureAct.input';

@InputType('FlagAccountInput', { description: 'A mark for a look, by claims or a rule.' })
export class FlagAccountInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => [ID], { nullable: true, description: 'The claims that it rests on.' })
  readonly claims?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The rule that found it, by its name.' })
  readonly rule?: string | null;

  @Field(() => String, { description: 'The cause for review.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
