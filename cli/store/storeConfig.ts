import { optionalText } from '../../shared/config/kinds';
import { type ConfigOf, readSettings, setting, type SettingTable } from '../../shared/config/settings';
import { usageError } from '../command/commandError';
import { cliSettings } from '../config/config';
import { readText } from '../command/readText';

const minPasswordLength = 16;

/** The settings of `cordon store`. */
export const storeSettings = {
  dataDir: cliSettings.dataDir,
  password: setting({
    env: 'CORDON_STORE_PASSWORD',
    schema: optionalText(),
    byDefault: 'generated once and kept in the data folder',
    description: 'The password of the port of `cordon store`: 16 characters or more.',
  }),
} satisfies SettingTable;

export type StoreConfig = ConfigOf<typeof storeSettings>;

export interface StoreOptions {
  readonly port?: number;
  readonly dataDir?: string;
  readonly passwordFile?: string;
}

/**
 * Options of the command line win over the environment.
 * @throws CommandError where the password is too short or its file cannot be read
 */
export function readStoreConfig(env: NodeJS.ProcessEnv, options: StoreOptions): StoreConfig {
  const read = readSettings(storeSettings, env);
  const { passwordFile } = options;
  const password = passwordFile === undefined ? read.password : readText(passwordFile).replace(/\r?\n$/, '');
  if (password !== undefined) checkPassword(password, passwordFile ?? storeSettings.password.env);
  return { dataDir: options.dataDir ?? read.dataDir, password };
}

function checkPassword(password: string, from: string): void {
  if (password.length >= minPasswordLength && !/\p{Cc}/u.test(password)) return;
  throw usageError(
    `${from} holds no usable password: give ${minPasswordLength} characters or more in one line, without control characters`,
  );
}
