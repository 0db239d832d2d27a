import { CordonError } from '../../../shared/errors/cordonError';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import type { MeasureChangeFact } from '../ledger/facts';
import { carries } from '../measure/basis.rules';
import type { MeasureRecord } from '../measure/measure.record';
import { inForceAt } from '../measure/status.rules';
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
 * What a change of a process does to the measures on it. A freeze ends when the last of its bases does, so that it ends
 * now where a withdrawal leaves it none, and later where one is extended. A block, a seizure and a forfeiture end by two
 * people's act alone, whatever becomes of the process.
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

function changeOfFreeze(measure: MeasureRecord, change: ProcessChange): MeasureChangeFact[] {
  const { at, after } = change;
  const endedWithBases = naturalEnd(measure, basesOf(measure, change), at);
  const endsWithBases = naturalEnd(measure, basesAfter(measure, change), at);
  const now = measure.to ?? null;
  // An end of its own, that was agreed or is a lapse, stays where it is the earlier.
  const isOwnEnd = now?.getTime() !== endedWithBases?.getTime();
  const to = isOwnEnd ? earlier(now, endsWithBases) : endsWithBases;
  if (to?.getTime() === now?.getTime()) return [];
  const withdrawn = after.withdrawn && to?.getTime() === at.getTime();
  const endReason = withdrawn ? ('WITHDRAWAL' as const) : ('EXPIRY' as const);
  return [{ measureId: measure._id, to: to?.toISOString() ?? null, endReason: to ? endReason : null }];
}
