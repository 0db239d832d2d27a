import type { Command, Option } from 'commander';
import type { BlockedReportFlags } from './runExportBlockedReport';

export function addBlockedReport(exports: Command, dataDirOption: () => Option): void {
  exports
    .command('blocked-report')
    .description(
      "property blocked by the operator's measures as CSV, a row for each account and asset (31 CFR 501.603), beside a running server or without one",
    )
    .option('--as-of <day>', 'the annual report: what was blocked at the end of that 30 June, YYYY-06-30')
    .option('--since <day>', 'an initial report: what became blocked on that day or later')
    .option('--account <id>', 'only this account; without a period, an initial report of it')
    .option('--include-illustrative', 'also what is made up for illustration; its rows say so')
    .addOption(dataDirOption())
    .action(async (options: BlockedReportFlags) =>
      (await import('./runExportBlockedReport.js')).runExportBlockedReport(options),
    );
}
