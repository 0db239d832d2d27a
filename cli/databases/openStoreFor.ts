import { openStore, type StoreWrites, useStore } from '@cordon/embedded-mongo';
import type { CliConfig } from '../config/config';
import { prepareDataFolder } from '../config/dataFolder';

/** The place of the data: a MongoDB server's URL, or the embedded store of the data folder. */
export interface StoreForCommand {
  readonly url: string;
  /** Undefined where another process serves the store. */
  readonly writes: StoreWrites | undefined;
  close(): Promise<void>;
}

const external = (url: string): StoreForCommand => ({
  url,
  writes: undefined,
  close: async () => undefined,
});

/** For a server: opens the embedded store and locks its folder; `onFailure` hears of a store that died. */
export async function openStoreForServer(
  config: CliConfig,
  onFailure: (error: Error) => void,
): Promise<StoreForCommand> {
  if (config.mongoUrl) return external(config.mongoUrl);
  prepareDataFolder(config.dataDir);
  return openStore({ folder: config.dataDir, onFailure });
}

/** For a command: the store of the server that runs on the folder, else the folder itself. */
export async function openStoreForCommand(config: CliConfig): Promise<StoreForCommand> {
  if (config.mongoUrl) return external(config.mongoUrl);
  prepareDataFolder(config.dataDir);
  return useStore({ folder: config.dataDir });
}
