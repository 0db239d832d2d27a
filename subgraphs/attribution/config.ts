import { oneOf, optionalText } from '../../shared/config/kinds';
import { type ConfigOf, readSettings, setting, type SettingTable } from '../../shared/config/settings';
import { subgraphSettings } from '../../shared/subgraph/subgraphSettings';

/** The settings of monitoring, also where one process hosts everything. */
export const monitoringSettings = {
  webhookNetworks: setting({
    env: 'CORDON_WEBHOOK_NETWORKS',
    schema: oneOf(['public', 'private'], 'public'),
    description:
      "Networks that webhooks may reach. `public`: the public internet, and for the operator's webhooks this machine too. `private`: also private networks and this machine, for all who may register one.",
  }),
} satisfies SettingTable;

/** The settings of the attribution subgraph as a process of its own. */
export const attributionSettings = {
  ...subgraphSettings(4002),
  snapshotDir: setting({
    env: 'CORDON_SNAPSHOT_DIR',
    schema: optionalText(),
    byDefault: 'none: a start reads all transfers from the store',
    description:
      'The folder of the snapshots of the transfers in memory, so that a start reads only what came since.',
  }),
  ...monitoringSettings,
} satisfies SettingTable;

export type AttributionConfig = ConfigOf<typeof attributionSettings>;

export function readAttributionConfig(env: NodeJS.ProcessEnv): AttributionConfig {
  return readSettings(attributionSettings, env);
}
