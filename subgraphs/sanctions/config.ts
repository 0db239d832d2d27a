import { oneOf, wholeNumber } from '../../shared/config/kinds';
import { type ConfigOf, readSettings, setting, type SettingTable } from '../../shared/config/settings';
import { subgraphSettings } from '../../shared/subgraph/subgraphSettings';

/** How old lists may be; also the one-process server's settings. */
export const listAgeSettings = {
  listMaxAgeDays: setting({
    env: 'CORDON_LIST_MAX_AGE_DAYS',
    schema: wholeNumber(0, 0, 36_500),
    description: 'How many days ago the version in force of a list may have been published; 0 sets no limit.',
  }),
  listAgeAction: setting({
    env: 'CORDON_LIST_AGE_ACTION',
    schema: oneOf(['error', 'warning'], 'warning'),
    description:
      'What becomes of answers from a list that is older: the error LIST_STALE, or a warning in `extensions`.',
  }),
} satisfies SettingTable;

/** The settings of the sanctions subgraph as a process of its own. */
export const sanctionsSettings = {
  ...subgraphSettings(4001),
  ...listAgeSettings,
} satisfies SettingTable;

export type SanctionsConfig = ConfigOf<typeof sanctionsSettings>;

export function readSanctionsConfig(env: NodeJS.ProcessEnv): SanctionsConfig {
  return readSettings(sanctionsSettings, env);
}
