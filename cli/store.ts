import { openStore } from '../shared/embedded-mongo/openStore';
import { exitCodes } from './commandError';
import { readCliConfig } from './config';
import { prepareDataFolder } from './dataFolder';
import { untilSignalled } from './untilSignalled';

export interface StoreOptions {
  readonly port?: number;
  readonly dataDir?: string;
}

/** `cordon store`: the embedded store as a process of its own. Prints its URL, which holds a password, and serves. */
export async function runStore({ port = 0, dataDir }: StoreOptions): Promise<void> {
  const folder = dataDir ?? readCliConfig(process.env).dataDir;
  prepareDataFolder(folder);
  const ending = untilSignalled();
  const store = await openStore({ folder, loopback: { port }, onFailure: ending.fail });
  process.stdout.write(`${store.url}\n`);
  try {
    await ending.asked;
  } finally {
    await store.close();
  }
  process.exitCode = exitCodes.done;
}
