import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Modifier, ModifierKind } from './engine/evidence';
import type { ExplainedMatch, ExplainedWords } from './engine/explainMatch';
import type { AnsweringVersion } from './engine/screeningIndex';
import type { SubjectScreening } from './engine/screenSubject';
import type { WordAlignment } from './engine/wordSimilarity';

const WordAlignmentEnum = {
  EXACT: 'EXACT',
  SOUND: 'SOUND',
  SPELLING: 'SPELLING',
  VARIANT: 'VARIANT',
  NICKNAME: 'NICKNAME',
  CONSONANTS: 'CONSONANTS',
  NUMBER: 'NUMBER',
  INITIAL: 'INITIAL',
  JOINED: 'JOINED',
} as const satisfies Record<WordAlignment, string>;
registerEnumType(WordAlignmentEnum, {
  name: 'WordAlignment',
  description: 'The reason why words of two names count as the same.',
  valuesConfig: {
    EXACT: { description: 'The same letters, once in Latin script.' },
    SOUND: { description: 'Romanizations of one sound, such as `Zelensky` and `Selenskyj`.' },
    SPELLING: { description: 'A few letters differ.' },
    VARIANT: { description: 'Known forms of one name or word, such as `Lee` and `Ri`.' },
    NICKNAME: { description: 'A short form and the name.' },
    CONSONANTS: { description: 'The same consonants; one was written in a script that leaves vowels out.' },
    NUMBER: { description: 'Numbers that differ in one digit.' },
    INITIAL: { description: 'An initial and a name that it begins.' },
    JOINED: { description: 'One word, and neighbouring words that are it when written as one.' },
  },
});

const ModifierKindEnum = {
  BIRTH_DATE: 'BIRTH_DATE',
  NATIONALITY: 'NATIONALITY',
  KIND: 'KIND',
  IDENTIFIER: 'IDENTIFIER',
} as const satisfies Record<ModifierKind, string>;
registerEnumType(ModifierKindEnum, {
  name: 'MatchModifierKind',
  description: 'The kind of fact beside the name that raises or lowers a score.',
  valuesConfig: {
    BIRTH_DATE: { description: 'The birth dates agree or differ.' },
    NATIONALITY: { description: 'The nationalities agree or differ.' },
    KIND: { description: 'One is a person, a vessel or an aircraft, the other is not.' },
    IDENTIFIER: { description: 'An identifier is the same.' },
  },
});

@ObjectType('AlignedWords', {
  description: 'Words of the two names that stand for each other, in lower-case Latin letters.',
  simpleResolvers: true,
})
class AlignedWordsType implements ExplainedWords {
  @Field(() => [String], { description: 'Of the name that was asked; neighbours that are written as one.' })
  readonly query!: string[];

  @Field(() => [String], { description: 'Of the listed name.' })
  readonly listed!: string[];

  @Field(() => Float, { description: 'Similarity, 0 to 1.' })
  readonly similarity!: number;

  @Field(() => WordAlignmentEnum, { description: 'The reason why they count as the same.' })
  readonly alignment!: WordAlignment;
}

@ObjectType('MatchModifier', {
  description: 'A fact beside the name that raised or lowered the score.',
  simpleResolvers: true,
})
class MatchModifierType implements Modifier {
  @Field(() => ModifierKindEnum, { description: 'The kind of fact.' })
  readonly kind!: ModifierKind;

  @Field(() => Float, { description: 'Points added to the score of the name.' })
  readonly points!: number;

  @Field(() => String, { description: 'The values of the subject and of the list.' })
  readonly text!: string;
}

@ObjectType('NameMatch', { description: 'An actor that a subject may be, and why.' })
export class NameMatchType implements Omit<ExplainedMatch, 'actorId'> {
  readonly actorId!: string;

  @Field(() => Float, { description: '0 to 1: the score of the name and the points of the modifiers.' })
  readonly score!: number;

  @Field(() => String, { description: 'The listed name that matched, as published.' })
  readonly matchedName!: string;

  @Field(() => String, { description: 'The name that was asked.' })
  readonly queryName!: string;

  @Field(() => ID, { description: 'The list that has the name; `case` for an actor that only a case names.' })
  readonly list!: string;

  @Field(() => Boolean, { description: 'True where the list marks that name as a weak alias.' })
  readonly weakAlias!: boolean;

  @Field(() => Float, { description: 'Similarity of the two names, 0 to 1, without modifiers.' })
  readonly nameScore!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "The score by the rule of Treasury's Sanctions List Search (OFAC FAQ 249), 0 to 100; null where that tool would not show the name.",
  })
  readonly ofacParity!: number | null;

  @Field(() => [AlignedWordsType], { description: 'The pairs of words, with the similarity of each.' })
  readonly words!: AlignedWordsType[];

  @Field(() => [String], { description: 'Words of the name that was asked that nothing stands for.' })
  readonly queryAlone!: string[];

  @Field(() => [String], { description: 'Words of the listed name that nothing stands for.' })
  readonly listedAlone!: string[];

  @Field(() => [MatchModifierType], {
    description: 'Facts beside the name that raised or lowered the score.',
  })
  readonly modifiers!: MatchModifierType[];

  @Field(() => [String], { description: 'Weak aliases of the actor that match as well.' })
  readonly confirmedBy!: string[];
}

@ObjectType('ScreeningVersion', {
  description: 'A list, in the version that a screening answers for.',
  simpleResolvers: true,
})
export class ScreeningVersionType implements AnsweringVersion {
  @Field(() => ID, { description: 'The list, such as `ofac-sdn`.' })
  readonly list!: string;

  @Field(() => ID, { description: 'The version, named by its day of publication.' })
  readonly version!: string;
}

export interface NameScreeningFacts extends SubjectScreening {
  readonly versions: readonly AnsweringVersion[];
}

@ObjectType('NameScreening', { description: 'The result of screening one subject.' })
export class NameScreeningType implements NameScreeningFacts {
  /** The field of that name, which is an error where nothing was found and that is not known to be all. */
  readonly matches!: NameMatchType[];

  @Field(() => String, {
    nullable: true,
    description:
      'The reason why it could not be screened, or a part that was not taken into account. Where it is not null, `matches` may lack some.',
  })
  readonly problem!: string | null;

  @Field(() => [ScreeningVersionType], {
    description: 'The list versions that this answers for. On a list that is not here nothing was looked up.',
  })
  readonly versions!: ScreeningVersionType[];
}
