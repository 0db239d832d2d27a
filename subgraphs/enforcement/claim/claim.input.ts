import { ArgsType, Field, ID, Int } from 'type-graphql';
import type { ClaimRecord } from './claim.record';
import { Modality } from './claim.type';

@ArgsType()
export class ClaimsArguments {
  @Field(() => ID, {
    nullable: true,
    description:
      'Only claims about this actor, incident or account, or of an organisation that speaks or is spoken of, such as ' +
      '`subject:binance` (`Claim.about`).',
  })
  readonly about?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only claims that have all of these words, in the statement, subject, predicate, object, note or the title of ' +
      'the source: 1 to 10 words.',
  })
  readonly search?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only claims of this subject as the source names it, without regard to case and punctuation.',
  })
  readonly subject?: string | null;

  @Field(() => Modality, { nullable: true, description: 'Only claims of this modality.' })
  readonly modality?: ClaimRecord['modality'] | null;

  @Field(() => ID, { nullable: true, description: 'Only claims of the source of this id.' })
  readonly source?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only claims with this predicate, such as `froze_assets`.',
  })
  readonly predicate?: string | null;

  @Field(() => Int, { defaultValue: 50, description: 'Number of rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
