import { gatewaySettings } from '../../gateway/config';
import { text } from '../../shared/config/kinds';
import { type ConfigOf, readSettings, setting, type SettingTable } from '../../shared/config/settings';
import { monitoringSettings } from '../../subgraphs/attribution/config';
import { decisionSettings, listAgeSettings } from '../../subgraphs/sanctions/config';
import { cliSettings } from '../config/config';
import { tokenTerms } from '../token/tokenTerms';

/** Without the settings of a fleet: nothing is signed in one process, and `case` is what must be loaded. */
const { linkSecret: _linkSecret, wantedCase: _wantedCase, ...ofGateway } = gatewaySettings;

/** The settings of one process that hosts everything. */
export const startSettings = {
  ...ofGateway,
  ...listAgeSettings,
  ...decisionSettings,
  ...monitoringSettings,
  ...cliSettings,
  ...tokenTerms,
  case: setting({
    env: 'CORDON_CASE',
    schema: text('dprk-2023'),
    description: 'The bundled case (a folder of `cases`) that is loaded at start; `none` loads none.',
  }),
} satisfies SettingTable;

export type StartConfig = ConfigOf<typeof startSettings>;

/** Throws ConfigError that names every wrong variable. Options of the command line win over the environment. */
export function readStartConfig(
  env: NodeJS.ProcessEnv,
  options: { port?: number; dataDir?: string },
): StartConfig {
  const read = readSettings(startSettings, env);
  return {
    ...read,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.dataDir ? { dataDir: options.dataDir } : {}),
  };
}
