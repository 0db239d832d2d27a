import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { RecordIncidentInput, RecordRecoveryInput, ValuationInput } from './incidents.input';
import { keyText } from './measureActs.input';

@InputType('FileReportInput', { description: 'A report that was filed with an authority.' })
export class FileReportInput {
  @Field(() => String, {
    description:
      'What it is. What meets an obligation is called as that is, such as INITIAL_BLOCKING_REPORT (or, by its older ' +
      'name, BLOCKED_PROPERTY_INITIAL, BLOCKED_PROPERTY_ANNUAL).',
  })
  readonly kind!: string;

  @Field(() => DateTimeScalar, { description: 'When it was filed: not in the future.' })
  readonly filedAt!: Date;

  @Field(() => String, { nullable: true, description: "The authority's number for it." })
  readonly reference?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The obligations that it meets: of its kind, and not before they arose.',
  })
  readonly obligations?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The accounts that it is about.' })
  readonly accounts?: string[] | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of what was filed, hex.' })
  readonly sha256?: string | null;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

@InputType('PlaceRetentionHoldInput', {
  description: 'While it is in place nothing of these accounts is disposed of.',
})
export class PlaceRetentionHoldInput {
  @Field(() => [ID], { description: 'The accounts.' })
  readonly accounts!: string[];

  @Field(() => [ID], { nullable: true, description: 'The legal processes that it rests on.' })
  readonly processes?: string[] | null;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

@InputType('LiftRetentionHoldInput', { description: 'The end of a retention hold.' })
export class LiftRetentionHoldInput {
  @Field(() => ID, { description: 'The hold.' })
  readonly hold!: string;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

@InputType('CorrectRetentionHoldInput', { description: 'A retention hold as it reads from now on.' })
export class CorrectRetentionHoldInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The hold.' })
  readonly id!: string;

  @Field(() => [ID], { description: 'The accounts.' })
  readonly accounts!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The legal processes that it rests on; left out: as they were, an empty list: none.',
  })
  readonly processes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why it is in place; left out: as it was.' })
  readonly holdReason?: string | null;

  @Field(() => String, { description: 'What was wrong.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

@InputType('CorrectIncidentInput', { description: 'An incident as it reads from now on.' })
export class CorrectIncidentInput extends RecordIncidentInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The incident.' })
  readonly id!: string;

  @Field(() => String, { description: 'What was wrong.' })
  readonly reason!: string;
}

@InputType('CorrectRecoveryInput', { description: 'A recovery as it reads from now on.' })
export class CorrectRecoveryInput extends RecordRecoveryInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The recovery.' })
  readonly id!: string;

  @Field(() => String, { description: 'What was wrong.' })
  readonly reason!: string;
}

@InputType('CorrectReportInput', { description: 'A report that was filed, as it reads from now on.' })
export class CorrectReportInput extends FileReportInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The report.' })
  readonly id!: string;

  @Field(() => String, { description: 'What was wrong.' })
  readonly reason!: string;
}

@InputType('CorrectValuationInput', {
  description: 'A valuation of an incident, or of an amount on an account, as it reads from now on.',
})
export class CorrectValuationInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The valuation.' })
  readonly id!: string;

  @Field(() => String, { description: 'What was wrong.' })
  readonly reason!: string;

  @Field(() => ValuationInput, { description: 'How it reads.' })
  readonly valuation!: ValuationInput;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
