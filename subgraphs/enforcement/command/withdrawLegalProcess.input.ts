import { Field, ID, InputType } from 'type-graphql';
import { keyText } from './measureAct.input';

@InputType('WithdrawLegalProcessInput', {
  description: 'The withdrawal of a legal process by who issued it.',
})
export class WithdrawLegalProcessInput {
  @Field(() => ID, { description: 'The process.' })
  readonly process!: string;

  @Field(() => String, { description: 'The reason, or the withdrawing authority.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
