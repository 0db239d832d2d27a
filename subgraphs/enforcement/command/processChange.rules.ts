import { CordonError } from '../../../shared/errors/cordonError';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import type { MeasureChangeFact } from '../measure/measure.facts';
import { carries } from '../measure/basis.rules';
import type { MeasureRecord } from '../measure/measure.record';
import type { EndReason } from '../vocabulary/measureKinds';
import { inForceAt } from '../measure/status.rules';
import { isUnconfirmed, unlessConfirmed } from './emergency.rules';
import { earlier, naturalEnd } from './naturalEnd.rules';

/** A process as it was and as it will be, and what rests on it. */
export interface ProcessChange {
  readonly before: LegalProcessRecord;
  readonly after: LegalProcessRecord;
  /** All measures that rest on it, as they are known now. */
  readonly measures: readonly MeasureRecord[];
  /** All processes that these rest on, as they were. */
  readonly bases: readonly LegalProcessRecord[];
  readonly at: Date;
}

/**
 * Returns the changes of the measures on a process that changes. A freeze ends when the last of its bases
 * does. So it ends now where a withdrawal leaves it none, and later where one is extended. A block, a seizure
 * and a forfeiture end only by two people's act, whatever happens to the process.
 * @throws CordonError PROCESS_IN_USE where an act would have had no basis when it was done
 */
export function changesOfMeasures(change: ProcessChange): MeasureChangeFact[] {
  const own = change.measures.filter(({ observed }) => !observed);
  for (const measure of own) requireStillCarried(measure, change);
  return own
    .filter((measure) => measure.kind === 'FREEZE' && inForceAt(measure, change.at))
    .flatMap((measure) => changeOfFreeze(measure, change));
}

const basesOf = ({ processIds }: MeasureRecord, { bases }: ProcessChange) =>
  bases.filter(({ _id }) => processIds.includes(_id));

/** The bases of a measure with the process as it will be. */
const basesAfter = (measure: MeasureRecord, change: ProcessChange) =>
  basesOf(measure, change).map((process) => (process._id === change.after._id ? change.after : process));

function requireStillCarried(measure: MeasureRecord, change: ProcessChange): void {
  const carriedBefore = basesOf(measure, change).some((process) => carries(process, measure, measure.from));
  const carriedAfter = basesAfter(measure, change).some((process) => carries(process, measure, measure.from));
  if (!carriedBefore || carriedAfter) return;
  throw new CordonError('PROCESS_IN_USE', `${measure._id} would have had no basis when it began`, {
    measure: measure._id,
  });
}

/** A new end, and why. */
interface End {
  readonly to: Date | null;
  readonly endReason: EndReason | null;
}

function changeOfFreeze(measure: MeasureRecord, change: ProcessChange): MeasureChangeFact[] {
  const { to, endReason } = endAfter(measure, change);
  if (to?.getTime() === measure.to?.getTime()) return [];
  return [{ measureId: measure._id, to: to?.toISOString() ?? null, endReason }];
}

/**
 * Returns the earlier of the agreed end and the end by its bases; for one person's act, no later than its
 * lapse.
 */
function endAfter(measure: MeasureRecord, change: ProcessChange): End {
  const { at, after } = change;
  const end = earlier(agreedEndOf(measure, change), naturalEnd(measure, basesAfter(measure, change), at));
  if (isUnconfirmed(measure)) {
    const { to, lapses } = unlessConfirmed(end, measure.from);
    if (lapses) return { to, endReason: 'CHECK_LAPSED' };
  }
  const withdrawn = after.withdrawn && end?.getTime() === at.getTime();
  return { to: end, endReason: end ? (withdrawn ? 'WITHDRAWAL' : 'EXPIRY') : null };
}

/**
 * Returns the agreed end of a measure. A measure of a case does not record it: the end is an agreed one where
 * its bases do not give it.
 */
function agreedEndOf(measure: MeasureRecord, change: ProcessChange): Date | null {
  if (measure.agreedEnd !== undefined) return measure.agreedEnd;
  const to = measure.to ?? null;
  return to?.getTime() === naturalEnd(measure, basesOf(measure, change), change.at)?.getTime() ? null : to;
}
