import { Field, ID, InputType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { EndReason } from '../vocabulary/measureKinds';
import { EndReasonEnum } from '../measure/measure.type';

export const keyText =
  "The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key " +
  'with another payload is refused.';

@InputType('AmountInput', { description: 'How much of which asset.' })
export class AmountInput {
  @Field(() => ID, { description: 'CAIP-19.' })
  readonly asset!: string;

  @Field(() => BigIntScalar, { description: 'In base units, more than 0.' })
  readonly amount!: bigint;
}

@InputType('MeasureActInput', { description: 'A measure on an account, on its legal bases.' })
export class MeasureActInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => [ID], {
    description: 'The legal processes that it rests on. Each must carry it at that time.',
  })
  readonly processes!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The assets (CAIP-19) that it is on; left out: the account whole.',
  })
  readonly assets?: string[] | null;

  @Field(() => String, { description: 'Why, for whoever checks and audits.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

@InputType('FreezeInput', { description: 'A freeze of an account, on its legal bases.' })
export class FreezeInput extends MeasureActInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Its end, where that is to be before the last of its bases expires.',
  })
  readonly until?: Date | null;
}

@InputType('SeizeInput', { description: 'A seizure of what is frozen or blocked, on a warrant or order.' })
export class SeizeInput extends MeasureActInput {
  @Field(() => [AmountInput], { description: 'What is taken, each asset once.' })
  readonly amounts!: AmountInput[];
}

@InputType('ReleaseInput', { description: 'The end of one measure; others on the account stay.' })
export class ReleaseInput {
  @Field(() => ID, { description: 'The measure.' })
  readonly measure!: string;

  @Field(() => EndReasonEnum, {
    description: 'Why it ends. Which reason can end which measure is set by rule.',
  })
  readonly endReason!: EndReason;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The licence or court release that the end rests on; LICENCE, MISTAKEN_IDENTITY and COURT_ORDER need one.',
  })
  readonly processes?: string[] | null;

  @Field(() => [AmountInput], { nullable: true, description: 'What the owner gets back, each asset once.' })
  readonly amounts?: AmountInput[] | null;

  @Field(() => String, { description: 'Why, for whoever checks and audits.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

@InputType('TransferInput', { description: 'An amount that leaves an account.' })
export class TransferInput extends AmountInput {
  @Field(() => ID, { description: 'The account that it leaves.' })
  readonly from!: string;

  @Field(() => ID, { nullable: true, description: 'The account that it comes in at, where that is here.' })
  readonly to?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The licences or court releases: needed out of an account that is frozen, blocked or seized.',
  })
  readonly processes?: string[] | null;

  @Field(() => String, { description: 'Why, for whoever checks and audits.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

@InputType('DecisionInput', { description: 'What a checker decides on, by the digest of what was seen.' })
export class DecisionInput {
  @Field(() => ID, { description: 'The proposal.' })
  readonly proposal!: string;

  @Field(() => String, { description: 'Its `digest`, as the checker computed or saw it: SHA-256 in hex.' })
  readonly digest!: string;

  @Field(() => String, { nullable: true, description: 'A remark of the checker.' })
  readonly reason?: string | null;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
