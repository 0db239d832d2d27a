import { Field, ID, InputType, Int } from 'type-graphql';
import { RecordRecoveryInput } from './recordRecovery.input';

@InputType('CorrectRecoveryInput', { description: 'A recovery as it reads from now on.' })
export class CorrectRecoveryInput extends RecordRecoveryInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The recovery.' })
  readonly id!: string;

  @Field(() => String, { description: 'The mistake.' })
  readonly reason!: string;
}
