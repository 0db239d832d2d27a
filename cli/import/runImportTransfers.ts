import { resolve } from 'node:path';
import { importTransfers } from '../../subgraphs/attribution/import/importTransfers';
import { type FileImportOptions, runFileImport } from './fileImport';
import { withAttribution, withStore } from '../databases/withDatabases';

/** `cordon import transfers <file>`. */
export async function runImportTransfers(file: string, options: FileImportOptions): Promise<void> {
  await withStore(options.dataDir, (target) =>
    withAttribution(target, (attribution) =>
      runFileImport(file, options, (hooks) => importTransfers(attribution, resolve(file), hooks)),
    ),
  );
}
