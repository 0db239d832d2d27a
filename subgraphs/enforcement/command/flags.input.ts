import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { keyText } from './measureActs.input';

@InputType('FlagAccountInput', { description: 'A mark for a look, by claims or a rule.' })
export class FlagAccountInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => [ID], { nullable: true, description: 'The claims that it rests on.' })
  readonly claims?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The rule that found it, by its name.' })
  readonly rule?: string | null;

  @Field(() => String, { description: 'What there is to look at.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

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

@InputType('ClearMeasureInput', { description: 'The end of a flag or a restriction.' })
export class ClearMeasureInput {
  @Field(() => ID, { description: 'The measure.' })
  readonly measure!: string;

  @Field(() => String, { description: 'What was found.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
