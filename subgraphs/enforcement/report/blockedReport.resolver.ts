import { Args, ArgsType, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { csvLine } from '../../../shared/csv/csvLine';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { DateScalar, isDay } from '../../../shared/scalars/date';
import { annualReportAsOf } from '../law/annualReport.rules';
import { startOfDay } from '../law/newYorkDay.rules';
import type { RequestContext } from '../rows/request';
import { reports } from '../scopes';
import { blockedPropertyColumns } from './blockedProperty.rules';
import type { BlockedReport, BlockedReportOptions } from './blockedReport';

/** The part of the context that makes reports of blocked property. */
export interface HasBlockedReports {
  readonly stores: { readonly blockedReport: (options: BlockedReportOptions) => Promise<BlockedReport> };
}

@ArgsType()
class BlockedReportArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The annual report: what was blocked at the end of that 30 June, YYYY-06-30.',
  })
  readonly asOf?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'An initial report: what became blocked on that day, in New York, or later.',
  })
  readonly since?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only this account; without a time, an initial report of it.',
  })
  readonly account?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True where it includes accounts made up for illustration; their rows are marked.',
  })
  readonly includeIllustrative!: boolean;
}

@ObjectType('BlockedPropertyReport', {
  description: 'Property blocked by measures of the operator, as 31 CFR 501.603 asks for it.',
  simpleResolvers: true,
})
export class BlockedPropertyReportType {
  @Field(() => ID, { description: 'The report: the instant that it is as of.' })
  readonly id!: string;

  @Field(() => String, {
    description:
      'CSV (RFC 4180), a row for each account and asset. A cell that a spreadsheet would compute has an apostrophe before it.',
  })
  readonly csv!: string;

  @Field(() => [String], {
    description:
      'The restricted records that `csv` shows, `Type:id` each: accounts, measures and legal processes. The log of reads names them.',
  })
  readonly csvRecords!: string[];

  @Field(() => Int, { description: 'Number of rows.' })
  readonly rows!: number;

  @Field(() => Int, {
    description: 'Number of accounts that were omitted because they are made up for illustration.',
  })
  readonly illustrativeOmitted!: number;

  @Field(() => Int, {
    description:
      'Number of blocks that were omitted because 31 CFR 501.603 is not known to ask for a report of them.',
  })
  readonly otherLawOmitted!: number;
}

/** More than this is written by `cordon export blocked-report`. */
const maxRows = 10_000;

@Resolver()
export class BlockedReportResolver {
  @Query(() => BlockedPropertyReportType, {
    nullable: true,
    description:
      'The report of blocked property as a file, for who files it: of one 30 June, or of what became blocked since a day. ' +
      'It names no legal process that must not be disclosed.',
  })
  @Directive(reports)
  async blockedPropertyReport(
    @Ctx() { stores, tenant, now }: HasBlockedReports & RequestContext,
    @Args(() => BlockedReportArguments) given: BlockedReportArguments,
  ): Promise<BlockedPropertyReportType> {
    if (tenant !== null)
      throw new CordonError('UNAUTHORIZED_FIELD_OR_TYPE', 'reports of blocked property are of all venues');
    const options = optionsOf(given, now);
    const { illustrativeOmitted, otherLawOmitted, rows } = await stores.blockedReport(options);
    const lines = [csvLine(blockedPropertyColumns)];
    const records = new Set<string>();
    for await (const row of rows) {
      lines.push(csvLine(blockedPropertyColumns.map((column) => row[column])));
      for (const record of row.records) records.add(record);
      if (lines.length > maxRows + 1)
        throw badUserInput(
          `the report has more than ${maxRows} rows: write it with cordon export blocked-report`,
        );
    }
    return {
      id: options.asOf.toISOString(),
      csv: lines.join(''),
      csvRecords: [...records],
      rows: lines.length - 1,
      illustrativeOmitted,
      otherLawOmitted,
    };
  }
}

/** The terms of `cordon export blocked-report`. Throws BAD_USER_INPUT. */
function optionsOf(
  { asOf, since, account, includeIllustrative }: BlockedReportArguments,
  now: Date,
): BlockedReportOptions {
  const common = { ...(account ? { accountId: account } : {}), includeIllustrative };
  if (asOf) {
    if (since) throw badUserInput('give asOf for the annual report, or since for an initial one');
    if (!isDay(asOf) || !asOf.endsWith('-06-30'))
      throw badUserInput('the annual report is as of a 30 June: YYYY-06-30', { argument: 'asOf' });
    const end = annualReportAsOf(Number(asOf.slice(0, 4)));
    if (end >= now)
      throw badUserInput(`${asOf} is not over: what is blocked at its end is not known`, {
        argument: 'asOf',
      });
    return { ...common, asOf: end };
  }
  if (!since && !account) throw badUserInput('give asOf, since or account');
  if (since && startOfDay(since) > now)
    throw badUserInput(`${since} has not begun: nothing is known of it`, { argument: 'since' });
  return { ...common, asOf: now, begunSince: since ? startOfDay(since) : new Date(0) };
}
