import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { LedgerBusy, LedgerDamaged } from '../shared/ledger/ledgerErrors';
import { ControlFileError } from '../subgraphs/enforcement/import/freezes/controlFileError';
import { type FreezesReport, importFreezes } from '../subgraphs/enforcement/import/freezes/importFreezes';
import { connectEnforcement } from '../subgraphs/enforcement/openEnforcement';
import { CommandError } from './commandError';
import { readCliConfig } from './config';
import { openStoreForCommand } from './openStoreFor';

export interface ImportFreezesOptions {
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** `cordon import freezes <file.csv>`. Bad rows are lines on stderr; what is right of the file is stored. */
export async function runImportFreezes(file: string, options: ImportFreezesOptions): Promise<void> {
  const config = readCliConfig(process.env);
  const store = await openStoreForCommand(options.dataDir ? { ...config, dataDir: options.dataDir } : config);
  try {
    const database = await connectEnforcement({
      mongoUrl: store.url,
      databasePrefix: config.databasePrefix,
    });
    const bar = options.json || !process.stderr.isTTY ? undefined : progressBar();
    try {
      const report = await importFreezes(database, resolve(file), (done, of) => {
        bar?.setTotal(of);
        bar?.update(done);
      });
      bar?.stop();
      printQuarantined(report);
      process.stdout.write(options.json ? asJson(report) : asText(report));
    } finally {
      bar?.stop();
      await database.connection.close();
    }
  } catch (error) {
    throw expected(error) ? new CommandError(error.message) : error;
  } finally {
    await store.close();
  }
}

function expected(error: unknown): error is Error {
  return error instanceof ControlFileError || error instanceof LedgerDamaged || error instanceof LedgerBusy;
}

function progressBar(): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {percentage}% of {total} control events, {eta_formatted} left',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(0, 0);
  return bar;
}

/** Lines shown; a file that is wrong throughout says so with the first. */
const mostShown = 50;

function printQuarantined({ quarantined }: FreezesReport): void {
  for (const { line, problem } of quarantined.slice(0, mostShown)) {
    process.stderr.write(`line ${line} is quarantined: ${problem}\n`);
  }
  if (quarantined.length > mostShown) {
    process.stderr.write(`... and ${quarantined.length - mostShown} more lines\n`);
  }
}

function asJson({ quarantined, ...report }: FreezesReport): string {
  const { read, stored, duplicates, ignored, ...replayed } = report;
  return `${JSON.stringify({ read, stored, duplicates, ignored, quarantined: quarantined.length, ...replayed })}\n`;
}

function asText(report: FreezesReport): string {
  const { read, stored, duplicates, ignored, quarantined } = report;
  return (
    `${read} events read: ${stored} stored, ${duplicates} there already, ${ignored} of no account, ${quarantined.length} quarantined\n` +
    `  ${report.doubleFreezes} freezes of what was frozen, ${report.unfreezesOfUnfrozen} unfreezes and ` +
    `${report.destructionsOfUnfrozen} destructions of what was not; ${report.destroyed} base units destroyed\n`
  );
}
