import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { WalletType } from '../wallet/wallet.type';

export const DepositOutcome = {
  REGISTERED: 'REGISTERED',
  ALREADY_REGISTERED: 'ALREADY_REGISTERED',
  REFUSED: 'REFUSED',
} as const;

export type DepositOutcome = (typeof DepositOutcome)[keyof typeof DepositOutcome];

registerEnumType(DepositOutcome, {
  name: 'DepositOutcome',
  description: 'What became of a deposit wallet that was to be registered.',
  valuesConfig: {
    REGISTERED: { description: 'It is registered now.' },
    ALREADY_REGISTERED: { description: 'It was registered for this account before: nothing was changed.' },
    REFUSED: { description: 'It is not registered; `code` and `problem` say why.' },
  },
});

@ObjectType('DepositRegistration', {
  description: 'What became of one row of registerDepositWallets.',
  simpleResolvers: true,
})
export class DepositRegistration {
  @Field(() => ID, { description: 'The account as it was given.' })
  readonly account!: string;

  @Field(() => String, { description: 'The address as it was given.' })
  readonly address!: string;

  @Field(() => DepositOutcome, { description: 'Whether it is registered.' })
  readonly outcome!: DepositOutcome;

  @Field(() => WalletType, { nullable: true, description: 'The wallet; null where the row was refused.' })
  readonly wallet!: WalletFacts | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was refused: NOT_IN_SCOPE (an account of another venue, there or not), UNKNOWN_ACCOUNT, or BAD_USER_INPUT.',
  })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in words.' })
  readonly problem!: string | null;
}
