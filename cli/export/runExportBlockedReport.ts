import { isDay } from '../../shared/scalars/date';
import { annualReportAsOf } from '../../subgraphs/enforcement/law/annualReport.rules';
import { startOfDay } from '../../subgraphs/enforcement/law/newYorkDay.rules';
import {
  type BlockedProperty,
  blockedPropertyColumns,
} from '../../subgraphs/enforcement/report/blockedProperty.rules';
import { blockedReport, type BlockedReportOptions } from '../../subgraphs/enforcement/report/blockedReport';
import { CommandError, usageError } from '../command/commandError';
import { csvLine } from '../../shared/csv/csvLine';
import { withEnforcement, withStore } from '../databases/withDatabases';
import { writeOut } from '../output/writeOut';

export interface BlockedReportFlags {
  readonly asOf?: string;
  readonly since?: string;
  readonly account?: string;
  readonly includeIllustrative?: boolean;
  readonly dataDir?: string;
}

/** `cordon export blocked-report`: CSV on stdout, and a line on stderr where rows were omitted. */
export async function runExportBlockedReport(flags: BlockedReportFlags): Promise<void> {
  const options = optionsOf(flags, new Date());
  await withStore(flags.dataDir, (target) =>
    withEnforcement(target, async (database) => {
      const { illustrativeOmitted, otherLawOmitted, rows } = await blockedReport(database, options);
      if (illustrativeOmitted > 0 && flags.account !== undefined) {
        throw new CommandError(
          `${flags.account} is made up for illustration: it is in no report without --include-illustrative`,
        );
      }
      if (otherLawOmitted > 0) {
        process.stderr.write(
          `omitted ${otherLawOmitted} blocks that 31 CFR 501.603 is not known to ask for a report of: see obligations\n`,
        );
      }
      await writeOut(lines(rows));
      if (illustrativeOmitted > 0) {
        process.stderr.write(
          `omitted ${illustrativeOmitted} blocked accounts that are made up for illustration (--include-illustrative)\n`,
        );
      }
    }),
  );
}

function optionsOf(
  { asOf, since, account, includeIllustrative }: BlockedReportFlags,
  now: Date,
): BlockedReportOptions {
  const common = {
    ...(account === undefined ? {} : { accountId: account }),
    includeIllustrative: includeIllustrative ?? false,
  };
  if (asOf !== undefined) {
    if (since !== undefined)
      throw usageError('give --as-of for the annual report, or --since for an initial one');
    if (!isDay(asOf) || !asOf.endsWith('-06-30'))
      throw usageError('the annual report is as of a 30 June: YYYY-06-30');
    const end = annualReportAsOf(Number(asOf.slice(0, 4)));
    if (end >= now) throw usageError(`${asOf} is not over: what is blocked at its end is not known`);
    return { ...common, asOf: end };
  }
  if (since === undefined && account === undefined) throw usageError('give --as-of, --since or --account');
  if (since !== undefined && !isDay(since)) throw usageError('--since is a day, YYYY-MM-DD');
  return { ...common, asOf: now, begunSince: since === undefined ? new Date(0) : startOfDay(since) };
}

async function* lines(rows: AsyncIterable<BlockedProperty>): AsyncGenerator<string> {
  yield csvLine(blockedPropertyColumns);
  for await (const row of rows) yield csvLine(blockedPropertyColumns.map((column) => row[column]));
}
