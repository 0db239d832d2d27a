import { groupByKeys } from '../../../shared/batch/groupByKeys';
import type { DesignationRecord } from './designation.record';
import { inForceOn } from './designation.rules';

/** The designations that loaded cases tell of, in memory. */
export interface CaseDesignations {
  ofActor(actorId: string): readonly DesignationRecord[];
  /** Returns the designations that list or listed a wallet, by its match key. */
  ofWallet(matchKey: string): readonly DesignationRecord[];
  /** The actors that are or were designated under a programme. */
  actorsUnder(programme: string): readonly string[];
  /** The actors with a designation in force on a day, or that may be: an undated one counts. */
  actorsListedOn(day: string): readonly string[];
}

/** Indexes the designations of all cases, in the order given. */
export function caseDesignations(rows: readonly DesignationRecord[]): CaseDesignations {
  const byActor = groupByKeys(rows, ({ actorId }) => [actorId]);
  const byWallet = groupByKeys(rows, ({ addresses }) => addresses.map(({ matchKey }) => matchKey));
  const byProgramme = groupByKeys(rows, ({ programmes }) => programmes);
  const none: readonly DesignationRecord[] = [];
  return {
    ofActor: (actorId) => byActor.get(actorId) ?? none,
    ofWallet: (matchKey) => byWallet.get(matchKey) ?? none,
    actorsUnder: (programme) => (byProgramme.get(programme) ?? none).map(({ actorId }) => actorId),
    actorsListedOn: (day) => inForceOn(rows, day).map(({ actorId }) => actorId),
  };
}
