import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';
import type { ReportRecord } from './report.record';

@ObjectType('FiledReport', { description: 'A report that was filed with an authority.' })
export class FiledReportType implements Pick<ReportRecord, 'kind' | 'filedAt' | 'illustrative'> {
  @Field(() => ID, { description: 'The report, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: 'The kind of report.' })
  readonly kind!: string;

  @Field(() => DateTimeScalar, { description: 'The time of filing.' })
  readonly filedAt!: Date;

  @Field(() => Boolean, { description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;
}

export const FiledReportConnection = defineConnection({
  name: 'FiledReport',
  node: () => FiledReportType,
  pageInfo: PageInfo,
});
