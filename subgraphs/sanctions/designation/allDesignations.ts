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
    /** For each key, in their order: a list's designation counts for a wallet over the time that it listed that wallet. */
    async byWallets(matchKeys: readonly string[]): Promise<(readonly DesignationRecord[])[]> {
      const stored = new Map<string, DesignationRecord[]>();
      for (const designation of await cases.byWallets(matchKeys)) {
        for (const key of new Set(designation.addresses.map(({ matchKey }) => matchKey)))
          stored.set(key, [...(stored.get(key) ?? []), designation]);
      }
      return matchKeys.map((key) => {
        const listed = lists.listings(key);
        const ofCases = stored.get(key);
        return ofCases ? [...listed, ...ofCases] : listed;
      });
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
