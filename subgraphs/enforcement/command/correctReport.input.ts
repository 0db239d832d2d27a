import { Field, ID, InputType, Int } from 'type-graphql';
import { FileReportInput } from './fileReport.input';

@InputType('CorrectReportInput', { description: 'A report that was filed, as it reads from now on.' })
export class CorrectReportInput extends FileReportInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The report.' })
  readonly id!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The obligations that it meets: of its kind, and not before they arose. Omitted: unchanged. An empty list: none.',
  })
  override readonly obligations?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The accounts that it is about. Omitted: unchanged. An empty list: none.',
  })
  override readonly accounts?: string[] | null;

  @Field(() => String, { description: 'The mistake.' })
  readonly reason!: string;
}
