import { gauge } from '../../../shared/metrics/metric';
import type { Observers } from '../../../shared/metrics/observers';
import type { CurrentLists } from './currentLists';
import { ageOf, type ListAgePolicy, staleVersions } from './listAge.rules';

/** Shows the versions of lists in force, and how old they are on the day that is asked. */
export function observeLists(
  lists: Pick<CurrentLists, 'versions'>,
  policy: ListAgePolicy,
  now: () => Date,
  { registry }: Pick<Observers, 'registry'>,
): void {
  if (!registry) return;
  const today = () => now().toISOString().slice(0, 10);
  gauge(registry, {
    name: 'cordon_list_version_info',
    help: 'The version of each list that is in force: 1.',
    labelNames: ['list', 'version'],
    collect() {
      this.reset();
      for (const { list, version } of lists.versions) this.set({ list, version }, 1);
    },
  });
  gauge(registry, {
    name: 'cordon_list_age_days',
    help: 'Days since the version in force was published; none for one whose age is not known.',
    labelNames: ['list'],
    collect() {
      this.reset();
      for (const version of lists.versions) {
        const age = ageOf(version, today());
        if (age !== null) this.set({ list: version.list }, age);
      }
    },
  });
  gauge(registry, {
    name: 'cordon_list_stale',
    help: '1 where the version in force is older than CORDON_LIST_MAX_AGE_DAYS, or of unknown age; else 0.',
    labelNames: ['list'],
    collect() {
      this.reset();
      const stale = new Set(staleVersions(lists, policy, today()));
      for (const version of lists.versions) this.set({ list: version.list }, stale.has(version) ? 1 : 0);
    },
  });
}
