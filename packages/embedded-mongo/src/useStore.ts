import { setTimeout as sleep } from 'node:timers/promises';
import { readAddress } from './address';
import { lockFolder } from './folderLock';
import { prepareFolder } from './prepareFolder';
import { type OpenStore, serveFolder, type StoreOptions } from './serveFolder';
import { StoreError } from './storeError';

/**
 * The time that a process may need from taking the folder until it publishes its address, in milliseconds.
 */
const addressWaitMs = 10_000;

/**
 * The store of a folder: that of the process that serves it, where there is one, and otherwise opened here.
 * @throws StoreError as `openStore`; `STORE_IN_USE` only where the other process does not say where it serves
 */
export async function useStore(options: StoreOptions): Promise<OpenStore> {
  const folder = prepareFolder(options.folder);
  const end = Date.now() + addressWaitMs;
  for (;;) {
    const lock = lockFolder(folder);
    if (lock) return serveFolder(folder, lock, options);
    const address = readAddress(folder);
    if (address && isAlive(address.pid))
      return { url: address.url, owned: false, writes: undefined, close: () => Promise.resolve() };
    if (Date.now() > end) {
      throw new StoreError(
        'STORE_IN_USE',
        `The data folder ${folder} is in use by a process that does not serve it: stop that process.`,
      );
    }
    await sleep(50);
  }
}

/** An address outlives a process that was killed: what it says holds only while that process does. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
