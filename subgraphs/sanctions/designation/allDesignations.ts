import type { ListsIndex } from '../list/listsIndex';
import { contentAt } from '../list/history.rules';
import type { DesignationRecord } from './designation.record';
import type { DesignationStore } from './designation.store';

/** The designations of actors by lists and cases together, each with its source; those of lists first. */
export function allDesignations(lists: ListsIndex, cases: DesignationStore) {
  return {
    async byActors(actorIds: readonly string[]): Promise<DesignationRecord[]> {
      const stored = await cases.byActors(actorIds);
      return [
        ...actorIds.flatMap((id) => lists.designations(id)),
        ...stored.map((designation) => withAbsence(designation, lists)),
      ];
    },
    async byWallets(matchKeys: readonly string[]): Promise<DesignationRecord[]> {
      return [...matchKeys.flatMap((key) => lists.listings(key)), ...(await cases.byWallets(matchKeys))];
    },
  };
}

/** A sighting without a first day, with the last version before it that lacks the entry, where there is one. */
function withAbsence(designation: DesignationRecord, lists: ListsIndex): DesignationRecord {
  const { seenOn, from, list, entry } = designation;
  const of = lists.lists.find((one) => one.list === list);
  if (from || !seenOn || !of) return designation;
  const place = of.versions.findLastIndex(({ version }) => version < seenOn);
  const before = of.versions[place];
  if (!before || contentAt(of.history.get(entry) ?? [], place) !== null) return designation;
  return { ...designation, absentOn: before.version, coveredFrom: of.versions[0]?.version ?? null };
}
