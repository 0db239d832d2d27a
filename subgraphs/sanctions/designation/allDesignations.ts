import type { ListsIndex } from '../list/listsIndex';
import { contentAt } from '../list/history.rules';
import type { CaseDesignations } from './caseDesignations';
import type { DesignationRecord } from './designation.record';

/** The designations of actors by lists and cases together, each with its source; those of lists first. */
export function allDesignations(lists: ListsIndex, cases: CaseDesignations) {
  return {
    ofActor: (actorId: string): readonly DesignationRecord[] => [
      ...lists.designations(actorId),
      ...cases.ofActor(actorId).map((designation) => withAbsence(designation, lists)),
    ],
    /** A list's designation counts for a wallet over the time that it listed that wallet. */
    ofWallet(matchKey: string): readonly DesignationRecord[] {
      const listed = lists.listings(matchKey);
      const ofCases = cases.ofWallet(matchKey);
      return ofCases.length > 0 ? [...listed, ...ofCases] : listed;
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
