import { lapsesAt } from '../measure/emergencyLapse.rules';
import type { Act, Duty } from './duty.rules';
import { newYorkDay } from '../law/newYorkDay.rules';

/**
 * Returns the duty to check an emergency freeze of one person. Another person has to confirm it within 24
 * hours, or it lapses. Then the duty stays late for good, so that nobody overlooks that an account came free.
 * Null where the freeze ended otherwise before.
 */
export function emergencyCheck(measure: Act): Duty | null {
  const { _id, accountId, venueId, from, to, endReason, checker, illustrative } = measure;
  const dueAt = lapsesAt(from);
  const endedBefore = to && to < dueAt && endReason !== 'CHECK_LAPSED';
  if (!measure.emergency || (endedBefore && !checker)) return null;
  return {
    id: `emergency-check:${_id}`,
    kind: 'EMERGENCY_CHECK',
    venueId,
    ownerRole: 'approver',
    rule: "Cordon's four-eyes rule: an emergency freeze is confirmed within 24 hours",
    about: `the emergency freeze of ${accountId}`,
    note: null,
    accounts: 1,
    accountId,
    measureId: _id,
    arisesOn: newYorkDay(from),
    dueOn: newYorkDay(dueAt),
    dueAt,
    done: Boolean(checker),
    illustrative,
  };
}
