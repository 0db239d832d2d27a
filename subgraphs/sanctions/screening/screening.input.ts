import { ArgsType, Directive, Field, Float, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
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

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True where `name` is a line in which names stand, such as the reference of a payment; its other words count for nothing.',
  })
  readonly isFreeText?: boolean | null;

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
    description:
      'Numbers of passports, registers, ships (IMO) and the like. A party that has one of them is a match, whatever its name.',
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
    description:
      'True where a weak alias alerts by itself; else it alerts where the birth date, nationality or a number agrees, and only confirms otherwise.',
  })
  readonly weakAliases!: boolean | null;

  @Directive('@cost(weight: 200)')
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Screens against the newest version of each list of this day or before; default: those in force. Actors of cases and the facts of `actor` are those of today.',
  })
  readonly asOf?: string | null;

  @Directive('@cost(weight: 200)')
  @Field(() => [ID], {
    nullable: true,
    description:
      'Screens against these lists only, such as `ofac-sdn`; `case` stands for the actors of loaded cases. Default: all.',
  })
  readonly lists?: string[] | null;
}
