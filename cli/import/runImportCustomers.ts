import { resolve } from 'node:path';
import { importCustomers } from '../../subgraphs/sanctions/import/customers/importCustomers';
import { withSanctions, withStore } from '../databases/withDatabases';
import { type FileImportOptions, runFileImport } from './fileImport';

export interface ImportCustomersOptions extends FileImportOptions {
  readonly venue?: string;
}

/** `cordon import customers <file>`. A running server screens them within seconds, another when it starts. */
export async function runImportCustomers(file: string, options: ImportCustomersOptions): Promise<void> {
  await withStore(options.dataDir, (target) =>
    withSanctions(target, (records) =>
      runFileImport(file, options, (hooks) =>
        importCustomers(records, resolve(file), { ...hooks, tenant: options.venue ?? null }),
      ),
    ),
  );
}
