import { statSync } from 'node:fs';
import type { ImportOptions, ImportReport } from '../../shared/rows/importFile';
import { sanitizeForTerminal } from '../output/sanitizeForTerminal';
import { progressBar } from '../output/progressBar';
import { openReport } from './quarantineReport';

export interface FileImportOptions {
  readonly json?: boolean;
  readonly dataDir?: string;
  /** A file that gets every quarantined row, as JSON lines. */
  readonly report?: string;
}

const format =
  'importing {bar} {percentage}% | {stored} stored, {duplicates} there already, {quarantined} quarantined | {eta_formatted} left';

/** Runs an import of a file with a progress bar on a terminal, and prints its report. */
export async function runFileImport(
  file: string,
  options: FileImportOptions,
  importIt: (options: ImportOptions) => Promise<ImportReport>,
): Promise<void> {
  const counts = { stored: 0, duplicates: 0, quarantined: 0 };
  const bar = options.json ? undefined : progressBar(format, sizeOf(file), counts);
  const quarantine = options.report === undefined ? undefined : await openReport(options.report);
  let report: ImportReport;
  try {
    report = await importIt({
      onBytes: (bytes) => bar?.update(bytes),
      onProgress: ({ stored, duplicates, quarantined }) => bar?.update({ stored, duplicates, quarantined }),
      ...(quarantine
        ? {
            onQuarantined: (lines) => quarantine.add(lines),
          }
        : {}),
    });
  } finally {
    bar?.stop();
    await quarantine?.close();
  }
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : asText(file, report));
}

/** Returns the size of a file, or 0 where it is missing or no file: its reader reports that. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** So many bad rows are shown to a person. */
const problemsShown = 20;

function asText(file: string, report: ImportReport): string {
  const { read, stored, duplicates, quarantined, problems, seconds, peakMemoryMb } = report;
  const more = quarantined - Math.min(problems.length, problemsShown);
  const lines = [
    `${file}: ${read} rows in = ${stored} stored + ${duplicates} there already + ${quarantined} quarantined`,
    ...problems
      .slice(0, problemsShown)
      .map(({ line, problem }) => `  line ${line}: ${sanitizeForTerminal(problem)}`),
    ...(more > 0 ? [`  and ${more} more quarantined rows (--report <file> writes them all)`] : []),
    `  ${seconds} s, ${peakMemoryMb} MB; import ${report.import}`,
  ];
  return `${lines.join('\n')}\n`;
}
