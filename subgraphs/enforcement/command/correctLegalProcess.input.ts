import { Field, ID, InputType, Int } from 'type-graphql';
import { RecordLegalProcessInput } from './recordLegalProcess.input';

@InputType('CorrectLegalProcessInput', {
  description: 'A legal process as it reads from now on, whole: what was typed wrong. Its withdrawal stays.',
})
export class CorrectLegalProcessInput extends RecordLegalProcessInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The process.' })
  readonly id!: string;

  @Field(() => String, { description: 'The mistake.' })
  readonly reason!: string;
}
