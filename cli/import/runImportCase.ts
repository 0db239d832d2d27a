import { resolve } from 'node:path';
import { importCase } from '../databases/importCase';
import { syncListings } from '../databases/syncListings';
import { withDatabases, withStore } from '../databases/withDatabases';

export interface ImportOptions {
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** `cordon import case <folder>`. */
export async function runImportCase(folder: string, options: ImportOptions): Promise<void> {
  const report = await withStore(options.dataDir, (target) =>
    withDatabases(target, async (databases) => {
      const imported = await importCase(databases, resolve(folder));
      await syncListings(databases);
      return imported;
    }),
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  const { sanctions, enforcement, attribution } = report;
  process.stdout.write(`${report.case}: ${report.loaded ? 'loaded' : 'this edition was loaded already'}\n`);
  for (const [kind, count] of Object.entries({ ...sanctions, ...enforcement, ...attribution })) {
    process.stdout.write(`  ${String(count).padStart(7)} ${kind}\n`);
  }
}
