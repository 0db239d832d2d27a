import { Field, ID, InputType } from 'type-graphql';
import { SourcedInput } from './sourced.input';

@InputType('RegisterVenueInput', { description: 'An exchange or another custodian.' })
export class RegisterVenueInput extends SourcedInput {
  @Field(() => ID, { description: 'Letters, digits and hyphens: the first part of the ids of its accounts.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'The laws that bind it: ISO 3166-1 alpha-2 of countries, `UK`, or `EU`. Default: not recorded.',
  })
  readonly jurisdictions?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;
}
