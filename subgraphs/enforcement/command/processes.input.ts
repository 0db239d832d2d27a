import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { LegalProcessKind as Kind } from '../vocabulary/legalProcessKinds';
import { LegalProcessKind } from '../legalProcess/legalProcess.type';
import { keyText } from './measureActs.input';
import { SourceInput } from './source.input';

const Disclosure = { OPEN: 'OPEN', RESTRICTED: 'RESTRICTED' } as const;
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
class AudienceMemberInput {
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
class ProcessTermsInput {
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
      "Who may know of a RESTRICTED one beside legal, approvers and auditors: subjects of tokens of the operator's own " +
      'people, from the issuer of the token that records it.',
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

@InputType('RecordLegalProcessInput', { description: 'A legal process.' })
export class RecordLegalProcessInput extends ProcessTermsInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when it is no longer in force.' })
  readonly expiry?: Date | null;

  @Field(() => LegalProcessKind, { description: 'What it is.' })
  readonly kind!: Kind;

  @Field(() => String, { description: 'Who issued it.' })
  readonly authority!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a designation: the law that it is under, `US`, `UK`, `EU`, `CH`, `UN` or ISO 3166-1 alpha-2 of another ' +
      'country. A SANCTIONS_DESIGNATION needs it.',
  })
  readonly law?: string | null;

  @Field(() => String, { nullable: true, description: "Its number in the authority's books." })
  readonly docket?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was issued.' })
  readonly issued?: Date | null;

  @Field(() => [ID], { description: 'The accounts that it names.' })
  readonly scope!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of a licence: whether it asks for a report of what is done under it; left out: it does not.',
  })
  readonly reportRequired?: boolean | null;

  @Field(() => Disclosure, { description: 'Who may know that it exists.' })
  readonly disclosure!: keyof typeof Disclosure;

  @Field(() => Boolean, { description: 'Whether the subject may be told.' })
  readonly mayNotify!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => SourceInput, { nullable: true, description: 'On whose word; left out: the house records it.' })
  readonly source?: SourceInput | null;
}

@InputType('AmendLegalProcessInput', {
  description: 'What changes of a legal process; what is left out stays.',
})
export class AmendLegalProcessInput extends ProcessTermsInput {
  @Field(() => ID, { description: 'The process.' })
  readonly process!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when it is no longer in force; null: it has no end any more. Left out: as it was.',
  })
  readonly expiry?: Date | null;

  @Field(() => [ID], { nullable: true, description: 'The accounts that it names from now on.' })
  readonly scope?: string[] | null;

  @Field(() => Disclosure, { nullable: true, description: 'Who may know that it exists from now on.' })
  readonly disclosure?: keyof typeof Disclosure | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the subject may be told from now on.' })
  readonly mayNotify?: boolean | null;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;
}

@InputType('CorrectLegalProcessInput', {
  description: 'A legal process as it reads from now on, whole: what was typed wrong. Its withdrawal stays.',
})
export class CorrectLegalProcessInput extends RecordLegalProcessInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The process.' })
  readonly id!: string;

  @Field(() => String, { description: 'What was wrong.' })
  readonly reason!: string;
}

@InputType('WithdrawLegalProcessInput', {
  description: 'The withdrawal of a legal process by who issued it.',
})
export class WithdrawLegalProcessInput {
  @Field(() => ID, { description: 'The process.' })
  readonly process!: string;

  @Field(() => String, { description: 'Why, or by whom.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
