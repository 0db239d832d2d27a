import { ArgsType, Field, Float, InputType } from 'type-graphql';
import { ActorKind } from '../actor/actor.type';
import type { ActorRecord } from '../actor/actor.record';
import { defaultThreshold } from './engine/screeningIndex';
import type { SubjectFacts } from './engine/subject';

@InputType({
  description: 'The subject to screen. Facts beside the name raise or lower the score.',
})
export class ScreeningSubject implements SubjectFacts {
  @Field(() => String, { description: 'A name in any script and order of its parts: 1 to 500 characters.' })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The birth date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD.',
  })
  readonly birthDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A country by its English name or ISO 3166-1 alpha-2 code.',
  })
  readonly nationality?: string | null;

  @Field(() => ActorKind, { nullable: true, description: 'Its kind; another kind lowers the score.' })
  readonly kind?: ActorRecord['kind'] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Numbers of passports, registers and the like; one that the list has too raises the score.',
  })
  readonly identifiers?: string[] | null;
}

@ArgsType()
export class ScreenNamesArguments {
  @Field(() => [ScreeningSubject], { description: 'The subjects to screen: 1,000 at most.' })
  readonly subjects!: ScreeningSubject[];

  @Field(() => Float, {
    defaultValue: defaultThreshold,
    nullable: true,
    description: 'Matches that score lower are not given: 0.5 to 1.',
  })
  readonly threshold!: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: 'True where a weak alias alerts by itself; else it only confirms a match by another name.',
  })
  readonly weakAliases!: boolean | null;
}
