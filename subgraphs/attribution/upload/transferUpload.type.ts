import { Field, ID, Int, ObjectType } from 'type-graphql';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { UploadRecord } from '../../../shared/upload/upload.record';
import { defineUpload, uploadFacts } from '../../../shared/upload/upload.type';
import { PageInfo } from '../vocabulary/valueTypes';
import { cutOffProblem } from './partialImport';

/** The outcome of an uploaded file, as it is stored with the upload. */
export interface TransferReport {
  /** The id of the import: `import(id:)` shows its quarantined rows. */
  readonly import: string;
  readonly read: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

@ObjectType('TransferUploadReport', {
  description: 'The outcome of the rows of an uploaded file. read = stored + duplicates + quarantined.',
  simpleResolvers: true,
})
export class TransferUploadReportType implements TransferReport {
  @Field(() => ID, { description: 'The import: `import(id:)` shows its quarantined rows.' })
  readonly import!: string;

  @Field(() => Int, { description: 'Number of rows read.' })
  readonly read!: number;

  @Field(() => Int, { description: 'Number of new rows.' })
  readonly stored!: number;

  @Field(() => Int, { description: 'Number of rows that were stored before.' })
  readonly duplicates!: number;

  @Field(() => Int, { description: 'Number of quarantined rows.' })
  readonly quarantined!: number;
}

@ObjectType('TransferUpload', {
  description: 'A file of transfers that somebody uploaded. It is imported when it has arrived whole.',
  simpleResolvers: true,
})
export class TransferUploadType extends defineUpload('Transfer') {
  @Field(() => TransferUploadReportType, {
    nullable: true,
    description:
      'The outcome of its rows; null where the import did not end. Rows may be stored then: `problem` says so.',
  })
  readonly report!: TransferReport | null;
}

export const transferUploadView = (upload: UploadRecord): TransferUploadType => ({
  ...uploadFacts(upload),
  problem: upload.problem ?? cutOffProblem(upload),
  report: upload.report ? (JSON.parse(upload.report) as TransferReport) : null,
});

export const TransferUploadConnection = defineConnection<TransferUploadType>({
  name: 'TransferUpload',
  node: () => TransferUploadType,
  pageInfo: PageInfo,
  counted: false,
});
