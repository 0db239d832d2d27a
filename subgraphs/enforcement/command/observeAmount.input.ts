import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import type { AmountColumn } from '../holding/holding.rules';
import { SourcedInput } from './sourced.input';

const AmountColumnEnum = {
  FROZEN: 'frozen',
  INFLOW: 'inflow',
  HELD: 'held',
  SEIZED: 'seized',
  RELEASED: 'released',
  DESTROYED: 'destroyed',
} as const satisfies { readonly [Name in AmountColumn as Uppercase<Name>]: Name };
registerEnumType(AmountColumnEnum, {
  name: 'AmountColumn',
  description: 'A column of a holding: frozen + inflow = held + seized + released + destroyed.',
  valuesConfig: {
    FROZEN: { description: 'The amount present when the first measure took hold.' },
    INFLOW: { description: 'The amount that came in since.' },
    HELD: { description: 'The amount held.' },
    SEIZED: { description: 'The amount handed to an authority.' },
    RELEASED: { description: 'The amount that the owner got back.' },
    DESTROYED: { description: 'The amount that its issuer destroyed.' },
  },
});

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
