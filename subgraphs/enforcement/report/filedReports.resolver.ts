import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { RequestContext } from '../rows/request';
import { readsEnforcement } from '../scopes';
import type { HasReports } from './report.context';
import { FiledReportsArguments } from './report.input';
import type { ReportRecord } from './report.record';
import { FiledReportConnection } from './report.type';

/** The list of filed reports. */
@Resolver()
export class FiledReportsResolver {
  @Query(() => FiledReportConnection, {
    nullable: true,
    description:
      "What was filed with authorities, sorted by id. For the operator's own people: a partner sees none, as one report " +
      'may be about accounts of several venues.',
  })
  @Directive(readsEnforcement)
  async filedReports(
    @Ctx() { stores, tenant }: HasReports & RequestContext,
    @Args(() => FiledReportsArguments) { first, after, ...filter }: FiledReportsArguments,
  ): Promise<Connection<ReportRecord>> {
    const page = readPageArguments(first, after);
    const found =
      tenant === null
        ? await stores.reports.page(filter, page)
        : { rows: [], hasNextPage: false, totalCount: 0 };
    return connectionOfPage(
      found,
      (report) => report._id,
      (report) => report,
      page.after,
    );
  }
}
