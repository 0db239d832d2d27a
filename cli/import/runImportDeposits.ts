import { resolve } from 'node:path';
import { importDeposits } from '../../subgraphs/attribution/import/importDeposits';
import { registerAccounts } from '../../subgraphs/enforcement/import/registerAccounts';
import { type FileImportOptions, runFileImport } from './fileImport';
import { withAttribution, withEnforcement, withStore } from '../databases/withDatabases';

/** `cordon import deposits <file>`: the venues and accounts to enforcement, which owns them, then the wallets. */
export async function runImportDeposits(file: string, options: FileImportOptions): Promise<void> {
  await withStore(options.dataDir, (target) =>
    withEnforcement(target, (enforcement) =>
      withAttribution(target, (attribution) =>
        runFileImport(file, options, (hooks) =>
          importDeposits(attribution, resolve(file), {
            ...hooks,
            register: async (rows, source) => (await registerAccounts(enforcement, rows, source)).rejected,
          }),
        ),
      ),
    ),
  );
}
