import { resolve } from 'node:path';
import { readCliConfig } from './config';
import { importCase } from './importCase';
import { openStoreForCommand } from './openStoreFor';
import { syncListings } from './syncListings';

export interface ImportOptions {
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** `cordon import case <folder>`. */
export async function runImportCase(folder: string, options: ImportOptions): Promise<void> {
  const read = readCliConfig(process.env);
  const config = options.dataDir ? { ...read, dataDir: options.dataDir } : read;
  const store = await openStoreForCommand(config);
  try {
    const target = { mongoUrl: store.url, databasePrefix: config.databasePrefix };
    const report = await importCase(target, resolve(folder));
    await syncListings(target);
    if (options.json) {
      process.stdout.write(`${JSON.stringify(report)}\n`);
      return;
    }
    const { sanctions, enforcement, attribution } = report;
    process.stdout.write(`${report.case}: ${report.loaded ? 'loaded' : 'this edition was loaded already'}\n`);
    for (const [kind, count] of Object.entries({ ...sanctions, ...enforcement, ...attribution })) {
      process.stdout.write(`  ${String(count).padStart(7)} ${kind}\n`);
    }
  } finally {
    await store.close();
  }
}
