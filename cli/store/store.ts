import { openStore } from '@cordon/embedded-mongo';
import { exitCodes } from '../command/commandError';
import { prepareDataFolder } from '../config/dataFolder';
import { readStoreConfig, type StoreOptions } from './storeConfig';
import { waitForShutdownSignal } from '../command/waitForShutdownSignal';

/** `cordon store`: the embedded store as a process of its own. Prints its URL, which holds a password, and serves. */
export async function runStore(options: StoreOptions): Promise<void> {
  const { dataDir: folder, password } = readStoreConfig(process.env, options);
  prepareDataFolder(folder);
  const ending = waitForShutdownSignal();
  const store = await openStore({
    folder,
    loopback: { port: options.port ?? 0, ...(password === undefined ? {} : { password }) },
    onFailure: ending.fail,
  });
  process.stdout.write(`${store.url}\n`);
  try {
    await ending.asked;
  } finally {
    await store.close();
  }
  process.exitCode = exitCodes.done;
}
