import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './storeError';

/**
 * Returns the compiled worker: a thread starts from JavaScript only. It is beside this file where this is compiled, and
 * in the build of the package otherwise.
 * @throws StoreError `STORE_NOT_BUILT`
 */
export function findWorkerFile(folder: string): string {
  const file = __filename.endsWith('.ts')
    ? join(__dirname, '..', 'dist', 'worker.js')
    : join(__dirname, 'worker.js');
  if (existsSync(file)) return file;
  throw new StoreError(
    'STORE_NOT_BUILT',
    `The store in ${folder} cannot be opened because ${file} is missing: run \`npm run build\` first.`,
  );
}
