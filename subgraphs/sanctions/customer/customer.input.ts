import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ActorKind } from '../actor/actor.type';
import type { CustomerRecord, ScreeningState } from './customer.record';
import { CustomerScreeningState } from './customer.type';

@InputType('CustomerInput', { description: 'A customer, whole: what is left out is not known of it.' })
export class CustomerInput {
  @Field(() => ID, { description: 'The owner’s own id for it: 1 to 128 characters without spaces.' })
  readonly id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The venue whose customer it is. Default: the caller’s own, for the operator none.',
  })
  readonly venue?: string | null;

  @Field(() => String, { description: 'Its name in any script: 1 to 500 characters.' })
  readonly name!: string;

  @Field(() => [String], { nullable: true, description: 'Its other names: 50 at most.' })
  readonly aliases?: string[] | null;

  @Field(() => ActorKind, { nullable: true, description: 'Its kind. Default: UNKNOWN.' })
  readonly kind?: CustomerRecord['kind'] | null;

  @Field(() => String, { nullable: true, description: 'YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known.' })
  readonly birthDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A country by its English name or ISO 3166-1 alpha-2 code.',
  })
  readonly nationality?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Numbers of passports, registers, ships (IMO) and the like: 100 at most.',
  })
  readonly identifiers?: string[] | null;
}

@ArgsType()
export class CustomersArguments {
  @Field(() => ID, { nullable: true, description: 'Only customers of this venue.' })
  readonly venue?: string | null;

  @Field(() => CustomerScreeningState, {
    nullable: true,
    description: 'Only customers that are so far screened.',
  })
  readonly state?: ScreeningState | null;

  @Field(() => ActorKind, { nullable: true, description: 'Only customers of this kind.' })
  readonly kind?: CustomerRecord['kind'] | null;

  @Field(() => Int, { defaultValue: 20, description: 'Number of rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
