import { budgetSettings } from '../../gateway/budget/budgetSettings';
import { gatewaySettings } from '../../gateway/config';
import { httpSettings } from '../../gateway/http/httpSettings';
import { text } from '../../shared/config/kinds';
import { type ConfigOf, readSettings, setting, type SettingTable } from '../../shared/config/settings';
import { monitoringSettings } from '../../subgraphs/attribution/config';
import { listAgeSettings } from '../../subgraphs/sanctions/config';
import { cliSettings } from '../config/config';
import { tokenTerms } from '../token/tokenTerms';

const {
  supergraph,
  partners,
  maxTokenLife,
  publicUrl,
  purposeRoles,
  policies,
  authorization,
  executor,
  savings,
  overrideLabels,
  linkTimeoutMs,
  maxDepth,
  logLevel,
  requestTimeoutMs,
  shareCalls,
  propagateHeaders,
  metricsPort,
  oidcIssuer,
  oidcClient,
} = gatewaySettings;

/** The settings of one process that hosts everything. */
export const startSettings = {
  supergraph,
  executor,
  savings,
  overrideLabels,
  partners,
  maxTokenLife,
  publicUrl,
  purposeRoles,
  policies,
  authorization,
  linkTimeoutMs,
  maxDepth,
  ...budgetSettings,
  ...httpSettings,
  requestTimeoutMs,
  shareCalls,
  propagateHeaders,
  metricsPort,
  logLevel,
  oidcIssuer,
  oidcClient,
  ...listAgeSettings,
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
