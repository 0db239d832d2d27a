import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { Verdict } from '../decision/decision.record';
import { MatchVerdict } from '../decision/decision.type';

@InputType('DecideMatchInput', { description: 'A decision on a match.' })
export class DecideMatchInput {
  @Field(() => String, { description: 'The idempotency key: the same decision sent again is made once.' })
  readonly key!: string;

  @Field(() => ID, { description: 'The match.' })
  readonly match!: string;

  @Field(() => String, { description: 'Its `digest`, as it was seen.' })
  readonly digest!: string;

  @Field(() => MatchVerdict, { description: 'What is decided.' })
  readonly verdict!: Verdict;

  @Field(() => String, { description: 'The reason: 1 to 2,000 characters.' })
  readonly reason!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day in force; the match comes back after it. Default: no end.',
  })
  readonly expiresOn?: string | null;
}

@InputType('CheckDecisionInput', { description: 'What a second person says of a decision.' })
export class CheckDecisionInput {
  @Field(() => String, { description: 'The idempotency key.' })
  readonly key!: string;

  @Field(() => ID, { description: 'The match.' })
  readonly match!: string;

  @Field(() => Int, { description: 'The `event` of the decision.' })
  readonly event!: number;

  @Field(() => String, { description: 'The `digest` of the match, as it was seen.' })
  readonly digest!: string;

  @Field(() => String, { nullable: true, description: 'The reason. A rejection needs it.' })
  readonly reason?: string | null;
}
