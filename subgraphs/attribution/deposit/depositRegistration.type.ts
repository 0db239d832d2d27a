import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { WalletType } from '../wallet/wallet.type';

export const DepositOutcome = {
  REGISTERED: 'REGISTERED',
  ALREADY_REGISTERED: 'ALREADY_REGISTERED',
  ENDED: 'ENDED',
  END_NOTED: 'END_NOTED',
  ALREADY_ENDED: 'ALREADY_ENDED',
  REFUSED: 'REFUSED',
} as const;

export type DepositOutcome = (typeof DepositOutcome)[keyof typeof DepositOutcome];

registerEnumType(DepositOutcome, {
  name: 'DepositOutcome',
  description: 'The outcome for a deposit wallet that was to be registered, or ended.',
  valuesConfig: {
    REGISTERED: { description: 'It is registered now.' },
    ALREADY_REGISTERED: { description: 'It was registered for this account before: nothing was changed.' },
    ENDED: { description: "It is not the account's any more, since the time that was given." },
    END_NOTED: {
      description:
        "The end is kept as the venue's word. The operator registered the wallet too, so that it counts for the account until the operator ends it.",
    },
    ALREADY_ENDED: { description: 'It was ended so before: nothing was changed.' },
    REFUSED: { description: 'Nothing was changed; `code` and `problem` say why.' },
  },
});

@ObjectType('DepositRegistration', {
  description: 'The outcome of one row of registerDepositWallets or endDepositWallets.',
  simpleResolvers: true,
})
export class DepositRegistration {
  @Field(() => ID, { description: 'The account as it was given.' })
  readonly account!: string;

  @Field(() => String, { description: 'The address as it was given.' })
  readonly address!: string;

  @Field(() => DepositOutcome, { description: 'The outcome: registered, ended or otherwise.' })
  readonly outcome!: DepositOutcome;

  @Field(() => WalletType, { nullable: true, description: 'The wallet; null where the row was rejected.' })
  readonly wallet!: WalletFacts | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the rejection: NOT_IN_SCOPE (an account of another venue, existing or not), UNKNOWN_ACCOUNT, or BAD_USER_INPUT.',
  })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in words.' })
  readonly problem!: string | null;
}
