import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';

@InputType({ description: 'A wallet at which a venue takes deposits for an account.' })
export class DepositWalletInput {
  @Field(() => ID, { description: '`<venue id>:<pseudonym>`: an account that is registered.' })
  readonly account!: string;

  @Field(() => String, { description: 'The address in any written form.' })
  readonly address!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The CAIP-2 id of its chain, where the form of the address does not say it.',
  })
  readonly chain?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The destination tag or memo of the account, where its venue takes deposits of several accounts at the address. ' +
      'An X-address has it in itself.',
  })
  readonly tag?: string | null;
}

@InputType({ description: 'A wallet at which a venue takes no more deposits for an account, or never did.' })
export class EndedDepositWalletInput extends DepositWalletInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "Since when: what arrived before was the account's. Null where it never was: it was registered by mistake.",
  })
  readonly since?: Date | null;
}
