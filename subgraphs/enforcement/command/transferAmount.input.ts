import { Field, ID, InputType } from 'type-graphql';
import { AmountInput, keyText } from './measureAct.input';

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

  @Field(() => String, { description: 'The reason, for checkers and auditors.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
