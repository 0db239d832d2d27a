import { CordonError } from '../../../shared/errors/cordonError';
import { daysBetween } from './day';
import type { ListsIndex } from './listsIndex';
import type { ListVersionRecord } from './listVersion.record';

/** How old the version in force of a list may be, and what becomes of answers where it is older. */
export interface ListAgePolicy {
  /** In days since its publication; 0 sets no limit. */
  readonly maxDays: number;
  readonly action: 'error' | 'warning';
}

/** The versions in force that are older than the policy allows. */
export function staleVersions(
  { versions }: Pick<ListsIndex, 'versions'>,
  { maxDays }: ListAgePolicy,
  today: string,
): ListVersionRecord[] {
  if (maxDays === 0) return [];
  return versions.filter(({ version }) => daysBetween(version, today) > maxDays);
}

export const stalenessOf = ({ list, version }: ListVersionRecord, { maxDays }: ListAgePolicy): string =>
  `the version in force of ${list} is of ${version}: older than ${maxDays} days`;

/** The lists, where they may be answered from. Throws LIST_STALE where the deployment refuses lists of that age. */
export function refuseStale(lists: ListsIndex, policy: ListAgePolicy, today: string): ListsIndex {
  if (policy.action !== 'error') return lists;
  const stale = staleVersions(lists, policy, today);
  if (stale.length === 0) return lists;
  throw new CordonError('LIST_STALE', stale.map((version) => stalenessOf(version, policy)).join('; '));
}

/** What every answer says of the lists behind it: their versions, and a warning for each that is too old. */
export function listExtensions(
  { versions }: Pick<ListsIndex, 'versions'>,
  policy: ListAgePolicy,
  today: string,
): Readonly<Record<string, unknown>> {
  const stale = staleVersions({ versions }, policy, today);
  return {
    listVersions: versions.map(({ list, version }) => ({ list, version })),
    ...(stale.length > 0 ? { warnings: stale.map((version) => stalenessOf(version, policy)) } : {}),
  };
}
