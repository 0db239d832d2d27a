import { CordonError } from '../../../shared/errors/cordonError';
import type { ProjectedRow } from '../projection/projection';

/**
 * A correction names the event that the facts are from now: who did not see the last one does not overwrite it.
 * @throws CordonError CANNOT_CORRECT
 */
export function requireRecordedBy<Row extends Pick<ProjectedRow, 'recordedBy'>>(
  row: Row | null | undefined,
  event: number,
  id: string,
): asserts row is Row {
  if (row?.recordedBy === event) return;
  // The same for a missing record, and for one that the caller may not see.
  throw new CordonError('CANNOT_CORRECT', `${JSON.stringify(id)} is not as event ${event} recorded it`);
}
