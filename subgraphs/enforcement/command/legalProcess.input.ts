import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { keyText } from './measureAct.input';

export const Disclosure = { OPEN: 'OPEN', RESTRICTED: 'RESTRICTED' } as const;
registerEnumType(Disclosure, {
  name: 'Disclosure',
  description: 'Who may know that a legal process exists.',
  valuesConfig: {
    OPEN: { description: 'Whoever may see what rests on it.' },
    RESTRICTED: { description: 'Legal, approvers, auditors, and those whom its audience names.' },
  },
});

@InputType({
  description:
    'Somebody who may know of a legal process. A subject counts with its issuer and its venue only.',
})
export class AudienceMemberInput {
  @Field(() => String, { description: 'The subject (`sub`) of the token.' })
  readonly subject!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The venue that the token is confined to; left out: one of the operator's own people.",
  })
  readonly venue?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The issuer (`iss`) of the token; left out: that of the token that records it.',
  })
  readonly issuer?: string | null;
}

/** When it was served and is in force, and what it reaches: what can change over its life. */
@InputType({ description: 'What several inputs have in common.' })
export class ProcessTermsInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was served on us.' })
  readonly served?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when it is in force; left out: from its service.',
  })
  readonly effective?: Date | null;

  @Field(() => [ID], { nullable: true, description: 'The assets (CAIP-19) that it reaches; left out: all.' })
  readonly assets?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Who is shown it beside legal, approvers and auditors where it is RESTRICTED or the subject may not be told: subjects ' +
      "of tokens of the operator's own people, from the issuer of the token that records it.",
  })
  readonly audience?: string[] | null;

  @Field(() => [AudienceMemberInput], {
    nullable: true,
    description: 'Whom the audience names beside: people of a venue, or with tokens of another issuer.',
  })
  readonly audienceMembers?: AudienceMemberInput[] | null;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
