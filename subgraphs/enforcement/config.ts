import { type ConfigOf, readSettings, type SettingTable } from '../../shared/config/settings';
import { ledgerServerSettings } from '../../shared/config/ledgerSettings';
import { subgraphSettings } from '../../shared/subgraph/subgraphSettings';

/** The settings of the enforcement subgraph as a process of its own. */
export const enforcementSettings = {
  ...subgraphSettings(4003),
  ...ledgerServerSettings,
} satisfies SettingTable;

export type EnforcementConfig = ConfigOf<typeof enforcementSettings>;

export function readEnforcementConfig(env: NodeJS.ProcessEnv): EnforcementConfig {
  return readSettings(enforcementSettings, env);
}
