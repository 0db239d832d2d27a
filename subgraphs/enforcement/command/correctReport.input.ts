import { Field, ID, InputType, Int } from 'type-graphql';
import { FileReportInput } from './fileReport.input';

@InputType('CorrectReportInput', { description: 'A report that was filed, as it reads from now on.' })
export class CorrectReportInput extends FileReportInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The report.' })
  readonly id!: string;

  @Field(() => String, { description: 'The mistake.' })
  readonly reason!: string;
}
