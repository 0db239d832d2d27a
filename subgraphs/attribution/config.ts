import { type ConfigOf, readSettings, type SettingTable } from '../../shared/config/settings';
import { subgraphSettings } from '../../shared/subgraph/subgraphSettings';

/** The settings of the attribution subgraph as a process of its own. */
export const attributionSettings = subgraphSettings(4002) satisfies SettingTable;

export type AttributionConfig = ConfigOf<typeof attributionSettings>;

export function readAttributionConfig(env: NodeJS.ProcessEnv): AttributionConfig {
  return readSettings(attributionSettings, env);
}
