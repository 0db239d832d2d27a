import { accessSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { StoreError } from './storeError';

/**
 * Makes the data folder where it is missing, and returns its real path.
 * @throws StoreError `STORE_FOLDER_UNUSABLE`
 */
export function prepareFolder(path: string): string {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    throw new StoreError(
      'STORE_FOLDER_UNUSABLE',
      `The data folder ${folder} is not a folder that can be written: choose another one, or change its permissions.`,
      { cause: error },
    );
  }
}
