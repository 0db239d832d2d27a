import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { keyText } from './measureAct.input';

export const Disclosure = { OPEN: 'OPEN', RESTRICTED: 'RESTRICTED' } as const;
registerEnumType(Disclosure, {
  name: 'Disclosure',
  description: 'The callers who may know that a legal process exists.',
  valuesConfig: {
    OPEN: { description: 'All who may see records that rest on it.' },
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
    description: "The venue that the token is confined to; omitted: one of the operator's own people.",
  })
  readonly venue?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The issuer (`iss`) of the token; default: that of the token that records it.',
  })
  readonly issuer?: string | null;
}

/** The service, the time in force and the reach of a process: the terms that can change over its life. */
@InputType({ description: 'The fields that several inputs share.' })
export class ProcessTermsInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time of service on the operator: not in the future.',
  })
  readonly served?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The beginning of its time in force; default: its service.',
  })
  readonly effective?: Date | null;

  @Field(() => [ID], { nullable: true, description: 'The assets (CAIP-19) that it reaches; default: all.' })
  readonly assets?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "The callers who see it beside legal, approvers and auditors, where it is RESTRICTED or the subject may not be told. They are subjects of tokens of the operator's own people, from the issuer of the token that records it.",
  })
  readonly audience?: string[] | null;

  @Field(() => [AudienceMemberInput], {
    nullable: true,
    description: 'Further members of the audience: people of a venue, or with tokens of another issuer.',
  })
  readonly audienceMembers?: AudienceMemberInput[] | null;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
