import { Field, ID, InputType, Int } from 'type-graphql';
import { RecordIncidentInput } from './recordIncident.input';

@InputType('CorrectIncidentInput', { description: 'An incident as it reads from now on.' })
export class CorrectIncidentInput extends RecordIncidentInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The incident.' })
  readonly id!: string;

  @Field(() => String, { description: 'The mistake.' })
  readonly reason!: string;
}
