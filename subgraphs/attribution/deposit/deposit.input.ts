import { Field, ID, InputType } from 'type-graphql';

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
}
