import { CordonError } from '../../../shared/errors/cordonError';
import { daysBetween } from '../list/day';

/**
 * Rejects a day that has begun nowhere yet: what will be in force then, no source says. `today` is UTC's.
 * @throws CordonError COVERAGE_GAP
 */
export function rejectFuture(day: string, today: string): void {
  if (daysBetween(today, day) > 1)
    throw new CordonError(
      'COVERAGE_GAP',
      `${day} is in the future: no source says what will be in force then`,
    );
}
