import { Field, ID, InputType } from 'type-graphql';
import { SourcedInput } from './sourced.input';

@InputType('RegisterAccountInput', { description: "A customer's account at a venue, by pseudonym." })
export class RegisterAccountInput extends SourcedInput {
  @Field(() => ID, { description: 'The venue.' })
  readonly venue!: string;

  @Field(() => String, { description: 'The pseudonym: letters, digits, dots, hyphens and underscores.' })
  readonly pseudonym!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;
}
