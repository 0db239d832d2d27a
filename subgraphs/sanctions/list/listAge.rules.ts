import { CordonError } from '../../../shared/errors/cordonError';
import { daysBetween } from './day';
import type { ListsIndex } from './listsIndex';
import type { ListVersionRecord } from './listVersion.record';

/** The maximum age of the version in force of a list, and the effect on answers where it is older. */
export interface ListAgePolicy {
  /** In days since its publication; 0 sets no limit, and no list is rejected. */
  readonly maxDays: number;
  readonly action: 'error' | 'warning';
}

type Dated = Pick<ListVersionRecord, 'version' | 'dateAssumed'>;
type Named = Dated & Pick<ListVersionRecord, 'list'>;

/**
 * Returns the age of a version in days since its publication; null where that is unknown or in the future.
 */
export function ageOf({ version, dateAssumed = false }: Dated, today: string): number | null {
  const days = daysBetween(version, today);
  return dateAssumed || days < 0 ? null : days;
}

/** The versions in force that are older than the policy allows, and those of which nobody knows how old they are. */
export function staleVersions<Version extends Dated>(
  { versions }: { readonly versions: readonly Version[] },
  { maxDays }: ListAgePolicy,
  today: string,
): Version[] {
  return versions.filter((version) => {
    const age = ageOf(version, today);
    return age === null || (maxDays > 0 && age > maxDays);
  });
}

export function stalenessOf(version: Named, { maxDays }: ListAgePolicy, today: string): string {
  const name = `the version in force of ${version.list}`;
  if (ageOf(version, today) !== null) return `${name} is of ${version.version}: older than ${maxDays} days`;
  return version.dateAssumed
    ? `${name} was imported on ${version.version} without a date of publication: its age is not known`
    : `${name} is dated ${version.version}, in the future: its age is not known`;
}

/** The lists, where they may be answered from. Throws LIST_STALE where the deployment rejects lists of that age. */
export function rejectStale(lists: ListsIndex, policy: ListAgePolicy, today: string): ListsIndex {
  if (policy.action !== 'error' || policy.maxDays === 0) return lists;
  const stale = staleVersions(lists, policy, today);
  if (stale.length === 0) return lists;
  throw new CordonError('LIST_STALE', stale.map((version) => stalenessOf(version, policy, today)).join('; '));
}

/** Throws LIST_STALE where the deployment rejects lists as old as these versions were on a day, YYYY-MM-DD. */
export function rejectStaleOn(day: string, versions: readonly Named[], policy: ListAgePolicy): void {
  if (policy.action !== 'error' || policy.maxDays === 0) return;
  const stale = staleVersions({ versions }, policy, day);
  if (stale.length === 0) return;
  throw new CordonError(
    'LIST_STALE',
    `on ${day}, ${stale.map((version) => stalenessOf(version, policy, day)).join('; ')}`,
  );
}

/**
 * Returns the lists behind an answer: their versions, and a warning for each that is too old or of unknown
 * age.
 */
export function listExtensions(
  { versions }: Pick<ListsIndex, 'versions'>,
  policy: ListAgePolicy,
  today: string,
): Readonly<Record<string, unknown>> {
  const stale = staleVersions({ versions }, policy, today);
  return {
    listVersions: versions.map(({ list, version, dateAssumed }) => ({
      list,
      version,
      ...(dateAssumed ? { dateAssumed } : {}),
    })),
    ...(stale.length > 0 ? { warnings: stale.map((version) => stalenessOf(version, policy, today)) } : {}),
  };
}
