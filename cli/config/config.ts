import { join } from 'node:path';
import { optionalText, text } from '../../shared/config/kinds';
import { projectRoot } from '../../shared/config/projectRoot';
import { ledgerCommandSettings } from '../../shared/config/ledgerSettings';
import { type ConfigOf, readSettings, setting, type SettingTable } from '../../shared/config/settings';

/** The settings of the commands that work on a data folder or a store. */
export const cliSettings = {
  dataDir: setting({
    env: 'CORDON_DATA_DIR',
    schema: text(join(projectRoot(), 'data')),
    byDefault: '`data` in the project',
    description: 'The folder of the embedded store and of the development keys.',
  }),
  mongoUrl: setting({
    env: 'MONGODB_URL',
    schema: optionalText(),
    byDefault: 'the embedded store',
    description: 'A MongoDB server or replica set in place of the embedded store.',
  }),
  databasePrefix: setting({
    env: 'CORDON_DATABASE_PREFIX',
    schema: text('cordon'),
    description: 'The databases are named `<prefix>_<deployable>`.',
  }),
  ...ledgerCommandSettings,
} satisfies SettingTable;

export type CliConfig = ConfigOf<typeof cliSettings>;

export function readCliConfig(env: NodeJS.ProcessEnv): CliConfig {
  return readSettings(cliSettings, env);
}
