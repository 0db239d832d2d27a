import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import type { AmountColumn } from '../holding/holding.rules';
import { keyText } from './measureActs.input';
import { SourceInput } from './source.input';

const AmountColumnEnum = {
  frozen: 'frozen',
  inflow: 'inflow',
  held: 'held',
  seized: 'seized',
  released: 'released',
  destroyed: 'destroyed',
} as const satisfies { readonly [Name in AmountColumn]: Name };
registerEnumType(AmountColumnEnum, {
  name: 'AmountColumn',
  description: 'A column of a holding: frozen + inflow = held + seized + released + destroyed.',
  valuesConfig: {
    frozen: { description: 'What was there when the first measure took hold.' },
    inflow: { description: 'What came in since.' },
    held: { description: 'What is held.' },
    seized: { description: 'What was handed to an authority.' },
    released: { description: 'What the owner got back.' },
    destroyed: { description: 'What its issuer destroyed.' },
  },
});

@InputType({ description: 'What several inputs have in common.' })
class SourcedInput {
  @Field(() => SourceInput, { nullable: true, description: 'On whose word; left out: the house records it.' })
  readonly source?: SourceInput | null;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}

@InputType('RegisterVenueInput', { description: 'An exchange or another custodian.' })
export class RegisterVenueInput extends SourcedInput {
  @Field(() => ID, { description: 'Letters, digits and hyphens: the first part of the ids of its accounts.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Whose law binds it: ISO 3166-1 alpha-2 of countries, `UK`, or `EU`. Default: not recorded.',
  })
  readonly jurisdictions?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is made up for illustration.' })
  readonly illustrative!: boolean;
}

@InputType('RegisterAccountInput', { description: "A customer's account at a venue, by pseudonym." })
export class RegisterAccountInput extends SourcedInput {
  @Field(() => ID, { description: 'The venue.' })
  readonly venue!: string;

  @Field(() => String, { description: 'The pseudonym: letters, digits, dots, hyphens and underscores.' })
  readonly pseudonym!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is made up for illustration.' })
  readonly illustrative!: boolean;
}

@InputType('RegisterHoldingInput', {
  description: 'That an account has something of an asset; what is not said is unknown, and not zero.',
})
export class RegisterHoldingInput extends SourcedInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => ID, { description: 'CAIP-19.' })
  readonly asset!: string;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'What was there when the first measure took hold.',
  })
  readonly frozen?: bigint | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'What came in since.' })
  readonly inflow?: bigint | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'What is held.' })
  readonly held?: bigint | null;
}

@InputType('ObserveAmountInput', { description: 'Somebody looked: a column of a holding is this much.' })
export class ObserveAmountInput extends SourcedInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => ID, { description: 'CAIP-19.' })
  readonly asset!: string;

  @Field(() => AmountColumnEnum, { description: 'Which.' })
  readonly column!: AmountColumn;

  @Field(() => BigIntScalar, { description: 'In base units.' })
  readonly amount!: bigint;
}

@InputType('RecordInflowInput', { description: 'An amount that came in at an account.' })
export class RecordInflowInput extends SourcedInput {
  @Field(() => ID, { description: 'The account.' })
  readonly account!: string;

  @Field(() => ID, { description: 'CAIP-19.' })
  readonly asset!: string;

  @Field(() => BigIntScalar, { description: 'In base units, more than 0.' })
  readonly amount!: bigint;
}
