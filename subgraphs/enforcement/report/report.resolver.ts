import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../rows/request';
import type { ReportRecord } from './report.record';
import { FiledReportType } from './report.type';

/** One report may be about accounts of several venues: a partner sees only that and when it was filed. */
@Resolver(() => FiledReportType)
export class FiledReportResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The filer. For the operator's own people; null for a partner.",
  })
  filedBy(@Root() { filedBy }: ReportRecord, @Ctx() { tenant }: RequestContext): string | null {
    return tenant === null ? filedBy : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The authority's number for it. For the operator's own people; null for a partner.",
  })
  reference(@Root() { reference }: ReportRecord, @Ctx() { tenant }: RequestContext): string | null {
    return tenant === null ? (reference ?? null) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "SHA-256 of the filed report, in hex. For the operator's own people; null for a partner.",
  })
  sha256(@Root() { sha256 }: ReportRecord, @Ctx() { tenant }: RequestContext): string | null {
    return tenant === null ? (sha256 ?? null) : null;
  }
}
