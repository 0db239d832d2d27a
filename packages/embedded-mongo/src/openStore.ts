import { lockFolder } from './folderLock';
import { prepareFolder } from './prepareFolder';
import { type OpenStore, serveFolder, type StoreOptions, type StoreWrites } from './serveFolder';
import { StoreError } from './storeError';

export type { OpenStore, StoreOptions, StoreWrites };

/**
 * Opens the store of a folder and serves it from a worker thread.
 * @throws StoreError `STORE_IN_USE`, `STORE_FOLDER_UNUSABLE`, `STORE_DAMAGED`, `STORE_FORMAT_NEWER`,
 *   `STORE_PORT_IN_USE`, `STORE_NOT_BUILT`
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const folder = prepareFolder(options.folder);
  const lock = lockFolder(folder);
  if (!lock) {
    throw new StoreError(
      'STORE_IN_USE',
      `The data folder ${folder} is in use by another process: stop it, or use another folder.`,
    );
  }
  return serveFolder(folder, lock, options);
}
