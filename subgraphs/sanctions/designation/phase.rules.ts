import type { ListDesignation } from '../list/listDesignation.rules';
import type { DesignationRecord } from './designation.record';

/** Tells a designation that list versions show from one of a case. */
export const isOfList = (designation: DesignationRecord | ListDesignation): designation is ListDesignation =>
  'phases' in designation;

/** A designation as it was on a day: its programmes and addresses in the version before it. */
export function phaseOn(designation: DesignationRecord, day: string): DesignationRecord {
  if (!isOfList(designation)) return designation;
  const phase = designation.phases.findLast(({ from }) => from <= day) ?? designation.phases[0];
  return phase
    ? { ...designation, programmes: [...phase.programmes], addresses: phase.addresses }
    : designation;
}
