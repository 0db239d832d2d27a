import { CordonError } from '../../../shared/errors/cordonError';
import type { Duty, ObligationKind } from './duty.rules';
import { actDay } from '../law/newYorkDay.rules';

/** The names of reports that meet an obligation; an emergency is met only by a checker's act. */
const reportsOf: Readonly<Record<Exclude<ObligationKind, 'UNDETERMINED'>, readonly string[]>> = {
  INITIAL_BLOCKING_REPORT: ['INITIAL_BLOCKING_REPORT', 'BLOCKED_PROPERTY_INITIAL'],
  ANNUAL_BLOCKED_REPORT: ['ANNUAL_BLOCKED_REPORT', 'BLOCKED_PROPERTY_ANNUAL'],
  UNBLOCKING_REPORT: ['UNBLOCKING_REPORT'],
  TRANSFER_REPORT: ['TRANSFER_REPORT'],
  EMERGENCY_CHECK: [],
};

/** Tells if a report can meet a duty by its day: a duty that had not arisen at its filing is not in it. */
export const filedInItsTime = ({ kind, arisesOn }: Duty, filedAt: Date): boolean =>
  (kind === 'UNDETERMINED' || reportsOf[kind].length > 0) && actDay(filedAt) >= arisesOn;

export interface Filing {
  readonly kind: string;
  readonly filedAt: Date;
  readonly obligationIds: readonly string[];
}

/**
 * Rejects a report that cannot meet the obligations that it names.
 * @throws CordonError UNKNOWN_ENTITY for an unknown id, REPORT_DOES_NOT_MEET for one of another kind or time
 */
export function requireMeets({ kind, filedAt, obligationIds }: Filing, duties: readonly Duty[]): void {
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  for (const id of obligationIds) {
    const duty = byId.get(id);
    if (!duty) throw new CordonError('UNKNOWN_ENTITY', `there is no obligation ${JSON.stringify(id)}`);
    // For an undetermined law no kind of report can be expected.
    const kinds = duty.kind === 'UNDETERMINED' ? null : reportsOf[duty.kind];
    if (kinds && !kinds.includes(kind)) {
      const how =
        kinds.length > 0 ? `a report of kind ${kinds.join(' or ')}` : "a checker's act, not by a report";
      throw mismatch(duty, `is met by ${how}`);
    }
    if (!filedInItsTime(duty, filedAt))
      throw mismatch(duty, `arose on ${duty.arisesOn}, after the report was filed`);
  }
}

const mismatch = ({ id }: Duty, what: string) =>
  new CordonError('REPORT_DOES_NOT_MEET', `${JSON.stringify(id)} ${what}`, { obligation: id });
