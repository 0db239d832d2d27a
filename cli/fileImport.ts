import { once } from 'node:events';
import { createWriteStream, statSync, type WriteStream } from 'node:fs';
import type { ImportOptions, ImportReport } from '../subgraphs/attribution/import/importFile.store';
import { CommandError } from './commandError';
import { progressBar } from './progressBar';

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
            async onQuarantined(lines) {
              const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
              if (!quarantine.write(text)) await once(quarantine, 'drain');
            },
          }
        : {}),
    });
  } finally {
    bar?.stop();
    if (quarantine) await new Promise<void>((done) => quarantine.end(done));
  }
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : asText(file, report));
}

/** What is not there, or is no file, is said by whoever reads it. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

async function openReport(path: string): Promise<WriteStream> {
  const stream = createWriteStream(path);
  try {
    await once(stream, 'open');
    return stream;
  } catch (error) {
    throw new CommandError(`${path}: the report cannot be written: ${(error as Error).message}`);
  }
}

/** So many bad rows are shown to a person. */
const problemsShown = 20;

function asText(file: string, report: ImportReport): string {
  const { read, stored, duplicates, quarantined, problems, seconds, peakMemoryMb } = report;
  const more = quarantined - Math.min(problems.length, problemsShown);
  const lines = [
    `${file}: ${read} rows in = ${stored} stored + ${duplicates} there already + ${quarantined} quarantined`,
    ...problems.slice(0, problemsShown).map(({ line, problem }) => `  line ${line}: ${asShown(problem)}`),
    ...(more > 0 ? [`  and ${more} more quarantined rows (--report <file> writes them all)`] : []),
    `  ${seconds} s, ${peakMemoryMb} MB; import ${report.import}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What a file says may hold what moves a terminal's cursor. */
// eslint-disable-next-line no-control-regex
const asShown = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?').slice(0, 500);
