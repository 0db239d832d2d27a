import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { keyText } from './measureAct.input';

@InputType('RestrictAccountInput', {
  description: 'A limit, for a time, on what the owner of a flagged account can do.',
})
export class RestrictAccountInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Its expiry: a restriction needs one.' })
  readonly until?: Date | null;

  @Field(() => String, { description: "The analyst's reason." })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
