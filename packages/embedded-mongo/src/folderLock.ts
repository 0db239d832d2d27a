import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from 'fs-native-extensions';
import { StoreError } from './storeError';

/** The hold on a data folder. The kernel lets go of it when the process ends, however it ends. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process, or returns undefined where another holds it.
 * @throws StoreError `STORE_FOLDER_UNUSABLE`
 */
export function lockFolder(folder: string): FolderLock | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(join(folder, 'lock'), 'a+', 0o600);
  } catch (error) {
    throw new StoreError(
      'STORE_FOLDER_UNUSABLE',
      `The data folder ${folder} cannot be written: choose another one.`,
      {
        cause: error,
      },
    );
  }
  if (!tryLock(descriptor)) {
    closeSync(descriptor);
    return undefined;
  }
  let held = true;
  const release = (): void => {
    // A second close might meet a file that has the number by then.
    if (held) closeSync(descriptor);
    held = false;
  };
  return { release };
}
