import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { UploadRecord } from '../../../shared/upload/upload.record';
import { defineUpload, uploadFacts } from '../../../shared/upload/upload.type';
import { PageInfo } from '../vocabulary/valueTypes';
import { type ListReport, readReport } from './listReport';
import { listFormats, listTerms } from './listTerms';

@ObjectType('ListUploadReport', {
  description: 'An uploaded list as a version, compared with the version before it.',
  simpleResolvers: true,
})
export class ListUploadReportType implements ListReport {
  @Field(() => ID, { description: 'The list, such as `ofac-sdn`.' })
  readonly list!: string;

  @Field(() => ID, { description: 'The version that it is published as.' })
  readonly version!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of publication; null where nothing says it.',
  })
  readonly publishedOn!: string | null;

  @Field(() => Boolean, { description: 'True where no source dates its publication.' })
  readonly dateAssumed!: boolean;

  @Field(() => ID, {
    description: 'The version in force after it is published: another one where that has a later day.',
  })
  readonly inForce!: string;

  @Field(() => Int, { description: 'Number of entries.' })
  readonly entries!: number;

  @Field(() => Int, { description: 'Number of alternate names in its files.' })
  readonly aliases!: number;

  @Field(() => Int, { description: 'Number of rows of places in its files.' })
  readonly addresses!: number;

  @Field(() => Int, { description: 'Number of listed addresses of wallets.' })
  readonly wallets!: number;

  @Field(() => Int, { description: 'Number of links between its entries.' })
  readonly relationships!: number;

  @Field(() => Int, { description: 'Number of entries that the version before does not have.' })
  readonly added!: number;

  @Field(() => Int, { description: 'Number of entries of the version before that it does not have.' })
  readonly removed!: number;

  @Field(() => Int, { description: 'Number of entries that changed.' })
  readonly changed!: number;

  @Field(() => Int, { description: 'Number of entries that are only linked to others.' })
  readonly relinked!: number;

  @Field(() => Int, { description: 'Number of rows that become no fact.' })
  readonly quarantined!: number;

  @Field(() => [String], { description: 'The files that it goes without.' })
  readonly absent!: readonly string[];

  @Field(() => [String], { description: 'Records that are kept in spite of an irregularity: the first 100.' })
  readonly warnings!: readonly string[];
}

@ObjectType('ListUpload', {
  description:
    'Files of a list that somebody uploaded. They come into force when another person approves their report.',
  simpleResolvers: true,
})
export class ListUploadType extends defineUpload('List') {
  @Field(() => String, {
    description: `The format of the files: ${listFormats.map((format) => `\`${format}\``).join(', ')}.`,
  })
  readonly format!: string;

  @Field(() => [ListUploadReportType], {
    nullable: true,
    description: 'The findings, a list each; null until it was read.',
  })
  readonly reports!: readonly ListReport[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The SHA-256 of the files and their report, in hexadecimal: a decision names it.',
  })
  readonly digest!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The subject of who decided it; null where nobody did.',
  })
  readonly decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The time of the decision.' })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The reason that was given with the decision.' })
  readonly decisionReason!: string | null;
}

export const listUploadView = (upload: UploadRecord): ListUploadType => ({
  ...uploadFacts(upload),
  format: listTerms(upload.terms).format,
  reports: upload.report ? readReport(upload.report) : null,
  digest: upload.digest ?? null,
  decidedBy: upload.decision?.by ?? null,
  decidedAt: upload.decision?.at ?? null,
  decisionReason: upload.decision?.reason ?? null,
});

export const ListUploadConnection = defineConnection<ListUploadType>({
  name: 'ListUpload',
  node: () => ListUploadType,
  pageInfo: PageInfo,
  counted: false,
});
