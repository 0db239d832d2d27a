import { oneOf, wholeNumber } from '../../shared/config/kinds';
import { type ConfigOf, readSettings, setting, type SettingTable } from '../../shared/config/settings';
import { subgraphSettings } from '../../shared/subgraph/subgraphSettings';

/** The maximum age of lists; also settings of the one-process server. */
export const listAgeSettings = {
  listMaxAgeDays: setting({
    env: 'CORDON_LIST_MAX_AGE_DAYS',
    schema: wholeNumber(0, 0, 36_500),
    description:
      'Maximum age in days of the version in force of a list, since its publication; 0 sets no limit.',
  }),
  listAgeAction: setting({
    env: 'CORDON_LIST_AGE_ACTION',
    schema: oneOf(['error', 'warning'], 'warning'),
    description: 'Answer from an older list: the error LIST_STALE, or a warning in `extensions`.',
  }),
} satisfies SettingTable;

/** Who decides of matches; also a setting of the one-process server. */
export const decisionSettings = {
  secondPerson: setting({
    env: 'CORDON_DECISION_SECOND_PERSON',
    schema: oneOf(['none', 'false-positive', 'true-match', 'all'], 'false-positive'),
    description:
      'Decisions on matches of customers that a second person has to approve before they are in force.',
  }),
} satisfies SettingTable;

/** The settings of the sanctions subgraph as a process of its own. */
export const sanctionsSettings = {
  ...subgraphSettings(4001),
  ...listAgeSettings,
  ...decisionSettings,
} satisfies SettingTable;

export type SanctionsConfig = ConfigOf<typeof sanctionsSettings>;

export function readSanctionsConfig(env: NodeJS.ProcessEnv): SanctionsConfig {
  return readSettings(sanctionsSettings, env);
}
