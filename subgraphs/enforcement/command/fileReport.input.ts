import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { keyText } from './measureAct.input';

@InputType('FileReportInput', { description: 'A report that was filed with an authority.' })
export class FileReportInput {
  @Field(() => String, {
    description:
      'Kind of report. A report that meets an obligation has its name, such as INITIAL_BLOCKING_REPORT (or an older name, BLOCKED_PROPERTY_INITIAL, BLOCKED_PROPERTY_ANNUAL).',
  })
  readonly kind!: string;

  @Field(() => DateTimeScalar, { description: 'The time of filing: not in the future.' })
  readonly filedAt!: Date;

  @Field(() => String, { nullable: true, description: "The authority's number for it." })
  readonly reference?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The obligations that it meets: of its kind, and not before they arose.',
  })
  readonly obligations?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The accounts that it is about.' })
  readonly accounts?: string[] | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the filed report, hex.' })
  readonly sha256?: string | null;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
