import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { Disclosure, ProcessTermsInput } from './legalProcess.input';

@InputType('AmendLegalProcessInput', {
  description: 'The changes of a legal process; omitted fields stay.',
})
export class AmendLegalProcessInput extends ProcessTermsInput {
  @Field(() => ID, { description: 'The process.' })
  readonly process!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The end of its time in force; null: it has no end any more. Omitted: unchanged.',
  })
  readonly expiry?: Date | null;

  @Field(() => [ID], { nullable: true, description: 'The accounts that it names from now on.' })
  readonly scope?: string[] | null;

  @Field(() => Disclosure, { nullable: true, description: 'The disclosure from now on.' })
  readonly disclosure?: keyof typeof Disclosure | null;

  @Field(() => Boolean, { nullable: true, description: 'True where the subject may be told from now on.' })
  readonly mayNotify?: boolean | null;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;
}
