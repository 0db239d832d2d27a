import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { ListAddress, ListBirth, ListIdentifier } from '../list/listEntry';
import { Source } from '../vocabulary/valueTypes';

@ObjectType('StatedText', {
  description: 'A fact about an actor, in the words of its source.',
  simpleResolvers: true,
})
export class StatedTextType {
  @Field(() => String, { description: 'As published.' })
  readonly text!: string;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}

@ObjectType('Birth', {
  description: 'A date of birth, or the days between which it lies.',
  simpleResolvers: true,
})
export class BirthType implements ListBirth {
  @Field(() => String, { description: 'As published, such as `circa 1962` or `1966 to 1967`.' })
  readonly text!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day that it can be; null where the text is no date.',
  })
  readonly from!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day that it can be; null where the text is no date.',
  })
  readonly to!: string | null;

  @Field(() => Boolean, { description: 'True where the source gives the date as approximate.' })
  readonly circa!: boolean;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}

@ObjectType('Identifier', {
  description: 'A document, registration or other mark that an actor is known by.',
  simpleResolvers: true,
})
export class IdentifierType implements ListIdentifier {
  @Field(() => String, {
    description: 'The kind of document or number, as published: `Passport`, `SWIFT/BIC`.',
  })
  readonly kind!: string;

  @Field(() => String, { description: 'Its number or text.' })
  readonly value!: string;

  @Field(() => String, { nullable: true, description: 'The country that issued it, as published.' })
  readonly country!: string | null;

  @Field(() => String, { description: 'All that the source says of it, word for word.' })
  readonly text!: string;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}

@ObjectType('ActorAddress', {
  description: 'A place where an actor is; it may be only a country.',
  simpleResolvers: true,
})
export class ActorAddressType implements ListAddress {
  @Field(() => String, { description: 'The parts that the source gives, joined by commas.' })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: "The city, with the source's additions." })
  readonly city!: string | null;

  @Field(() => String, { nullable: true, description: 'The country, as published.' })
  readonly country!: string | null;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}
