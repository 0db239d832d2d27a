import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { RequestContext } from '../rows/request';
import { readsEnforcement } from '../scopes';
import type { HasReports } from './report.context';
import { FiledReportsArguments } from './report.input';
import type { ReportRecord } from './report.record';
import { FiledReportConnection } from './report.type';

/** Lists what was filed, for the operator's own people. */
@Resolver()
export class FiledReportsResolver {
  @Query(() => FiledReportConnection, {
    nullable: true,
    description:
      "The reports filed with authorities, sorted by id. For the operator's own people: null for a partner, as one report may be about accounts of several venues.",
  })
  @Directive(readsEnforcement)
  async filedReports(
    @Ctx() { stores, tenant }: HasReports & RequestContext,
    @Args(() => FiledReportsArguments) { first, after, ...filter }: FiledReportsArguments,
  ): Promise<Connection<ReportRecord> | null> {
    if (tenant !== null) return null;
    const page = readPageArguments(first, after);
    return connectionOfPage(
      await stores.reports.page(filter, page),
      (report) => report._id,
      (report) => report,
      page.after,
    );
  }
}
