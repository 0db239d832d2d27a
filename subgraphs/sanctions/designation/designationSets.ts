import type { ListsIndex } from '../list/listsIndex';
import { inForceOn } from './designation.rules';
import type { DesignationStore } from './designation.store';

/** Which actors have designations of some kind, by lists and cases together. */
export interface DesignationSets {
  /** The actors that are or were designated under a programme. */
  actorsUnder(programme: string): Promise<ReadonlySet<string>>;
  /** The actors with a designation in force on a day, or that may be: an undated one counts. */
  actorsListedOn(day: string): Promise<ReadonlySet<string>>;
}

export function designationSets(lists: ListsIndex, cases: DesignationStore): DesignationSets {
  return {
    actorsUnder: async (programme) =>
      new Set([...lists.actorsUnder(programme), ...(await cases.actorsUnder(programme))]),
    actorsListedOn: async (day) =>
      new Set([
        ...lists.actorIds.filter((id) => inForceOn(lists.designations(id), day).length > 0),
        ...(await cases.actorsListedOn(day)),
      ]),
  };
}
