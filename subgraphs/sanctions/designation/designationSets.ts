import type { ListsIndex } from '../list/listsIndex';
import type { CaseDesignations } from './caseDesignations';
import { inForceOn } from './designation.rules';

/** The actors that have designations of some kind, by lists and cases together. */
export interface DesignationSets {
  /** The actors that are or were designated under a programme. */
  actorsUnder(programme: string): ReadonlySet<string>;
  /** The actors with a designation in force on a day, or that may be: an undated one counts. */
  actorsListedOn(day: string): ReadonlySet<string>;
}

export function designationSets(lists: ListsIndex, cases: CaseDesignations): DesignationSets {
  return {
    actorsUnder: (programme) => new Set([...lists.actorsUnder(programme), ...cases.actorsUnder(programme)]),
    actorsListedOn: (day) =>
      new Set([
        ...lists.actorIds.filter((id) => inForceOn(lists.designations(id), day).length > 0),
        ...cases.actorsListedOn(day),
      ]),
  };
}
