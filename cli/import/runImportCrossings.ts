import { resolve } from 'node:path';
import { importCrossings } from '../../subgraphs/attribution/import/importCrossings';
import { type FileImportOptions, runFileImport } from './fileImport';
import { withAttribution, withStore } from '../databases/withDatabases';

/** `cordon import crossings <file>`. */
export async function runImportCrossings(file: string, options: FileImportOptions): Promise<void> {
  await withStore(options.dataDir, (target) =>
    withAttribution(target, (attribution) =>
      runFileImport(file, options, (hooks) => importCrossings(attribution, resolve(file), hooks)),
    ),
  );
}
