import { resolve } from 'node:path';
import { ControlFileError } from '../../subgraphs/enforcement/import/freezes/controlFileError';
import { type FreezesReport, importFreezes } from '../../subgraphs/enforcement/import/freezes/importFreezes';
import { CommandError } from '../command/commandError';
import { progressBar } from '../output/progressBar';
import { withEnforcement, withStore } from '../databases/withDatabases';

export interface ImportFreezesOptions {
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** `cordon import freezes <file.csv>`. Bad rows are lines on stderr; what is right of the file is stored. */
export async function runImportFreezes(file: string, options: ImportFreezesOptions): Promise<void> {
  const bar = options.json
    ? undefined
    : progressBar('{bar} {percentage}% of {total} control events, {eta_formatted} left');
  try {
    const report = await withStore(options.dataDir, (target) =>
      withEnforcement(target, (database) =>
        importFreezes(database, resolve(file), (done, of) => {
          bar?.setTotal(of);
          bar?.update(done);
        }),
      ),
    );
    bar?.stop();
    printQuarantined(report);
    process.stdout.write(options.json ? asJson(report) : asText(report));
  } catch (error) {
    throw error instanceof ControlFileError ? new CommandError(error.message) : error;
  } finally {
    bar?.stop();
  }
}

/** Lines shown; a file that is wrong throughout says so with the first. */
const maxShown = 50;

function printQuarantined({ quarantined }: FreezesReport): void {
  for (const { line, problem } of quarantined.slice(0, maxShown)) {
    process.stderr.write(`line ${line} is quarantined: ${problem}\n`);
  }
  if (quarantined.length > maxShown) {
    process.stderr.write(`... and ${quarantined.length - maxShown} more lines\n`);
  }
}

function asJson({ quarantined, ...report }: FreezesReport): string {
  const { read, stored, duplicates, ignored, ...replayed } = report;
  return `${JSON.stringify({ read, stored, duplicates, ignored, quarantined: quarantined.length, ...replayed })}\n`;
}

function asText(report: FreezesReport): string {
  const { read, stored, duplicates, ignored, quarantined } = report;
  return `${read} events read: ${stored} stored, ${duplicates} stored before, ${ignored} of no account, ${quarantined.length} quarantined\n  ${report.doubleFreezes} freezes of frozen addresses, ${report.unfreezesOfUnfrozen} unfreezes and ${report.destructionsOfUnfrozen} destructions of unfrozen ones; ${report.destroyed} base units destroyed\n`;
}
