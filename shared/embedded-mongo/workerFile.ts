import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreError } from './storeError';

/**
 * The compiled worker: a thread starts from JavaScript alone. Beside this file where this is compiled, else in the
 * build of the project that this file belongs to.
 * @throws StoreError `STORE_NOT_BUILT`
 */
export function findWorkerFile(folder: string): string {
  const file = __filename.endsWith('.ts')
    ? join(projectRoot(__dirname), 'dist', 'shared', 'embedded-mongo', 'worker.js')
    : join(__dirname, 'worker.js');
  if (existsSync(file)) return file;
  throw new StoreError(
    'STORE_NOT_BUILT',
    `The store in ${folder} cannot be opened because ${file} is missing: run \`npm run build\` first.`,
  );
}

function projectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  return parent === from ? from : projectRoot(parent);
}
