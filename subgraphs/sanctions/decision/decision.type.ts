import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { DecisionRecord, DecisionState, Verdict } from './decision.record';

export const MatchVerdict = {
  TRUE_MATCH: 'TRUE_MATCH',
  FALSE_POSITIVE: 'FALSE_POSITIVE',
  UNDECIDED: 'UNDECIDED',
} as const satisfies { readonly [Name in Verdict]: Name };

registerEnumType(MatchVerdict, {
  name: 'MatchVerdict',
  description: 'What a person decided of a match.',
  valuesConfig: {
    TRUE_MATCH: { description: 'The customer is the party of the entry.' },
    FALSE_POSITIVE: { description: 'It is another party.' },
    UNDECIDED: { description: 'It is open again: an earlier decision no longer holds.' },
  },
});

const DecisionStateEnum = {
  PROPOSED: 'PROPOSED',
  IN_FORCE: 'IN_FORCE',
  REJECTED: 'REJECTED',
} as const satisfies { readonly [State in DecisionState]: State };

registerEnumType(DecisionStateEnum, {
  name: 'MatchDecisionState',
  description: 'How far a decision is.',
  valuesConfig: {
    PROPOSED: { description: 'A second person has yet to approve it; the match is open until then.' },
    IN_FORCE: { description: 'It was made, and approved where that is needed.' },
    REJECTED: { description: 'A second person rejected it; the match is open.' },
  },
});

@ObjectType('MatchDecision', {
  description: 'The last decision on a match, with what it was made on.',
  simpleResolvers: true,
})
export class MatchDecisionType {
  @Field(() => Int, { description: 'Its event in the ledger of decisions: what a second person names.' })
  readonly event!: number;

  @Field(() => MatchVerdict, { description: 'What was decided.' })
  readonly verdict!: Verdict;

  @Field(() => DecisionStateEnum, { description: 'How far it is.' })
  readonly state!: DecisionState;

  @Field(() => Boolean, {
    description:
      'True where it holds now: nothing that it rests on has changed, and it has not expired. The match is quiet only then.',
  })
  readonly holds!: boolean;

  @Field(() => String, { description: 'The reason.' })
  readonly reason!: string;

  @Field(() => String, { description: 'The person: the subject of the token.' })
  readonly by!: string;

  @Field(() => DateTimeScalar, { description: 'The time of the decision.' })
  readonly at!: Date;

  @Field(() => String, { nullable: true, description: 'Who approved or rejected it; null without.' })
  readonly checker!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day in force; null without an end.' })
  readonly expiresOn!: string | null;

  @Field(() => Float, { description: 'The score of the match then, 0 to 1.' })
  readonly score!: number;

  @Field(() => String, { description: 'The digest of the entry then.' })
  readonly entryDigest!: string;

  @Field(() => ID, { description: 'The list version then.' })
  readonly version!: string;
}

export const decisionView = (row: DecisionRecord, holds: boolean): MatchDecisionType => ({
  event: row.event,
  verdict: row.verdict,
  state: row.state,
  holds,
  reason: row.reason,
  by: row.by,
  at: row.at,
  checker: row.checker ?? null,
  expiresOn: row.expiresOn ?? null,
  score: row.score / 10_000,
  entryDigest: row.entryDigest,
  version: row.version,
});
