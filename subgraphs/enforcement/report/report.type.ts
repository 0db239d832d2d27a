import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';
import type { ReportRecord } from './report.record';

@ObjectType('FiledReport', { description: 'A report that was filed with an authority.' })
export class FiledReportType implements Pick<ReportRecord, 'kind' | 'filedAt' | 'illustrative'> {
  @Field(() => ID, { description: 'The report, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: 'What was filed.' })
  readonly kind!: string;

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  readonly filedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is made up for illustration.' })
  readonly illustrative!: boolean;
}

export const FiledReportConnection = defineConnection({
  name: 'FiledReport',
  node: () => FiledReportType,
  pageInfo: PageInfo,
});
