import type { MeasureRecord } from '../measure/measure.record';
import { endOfDay, actDay } from '../law/newYorkDay.rules';
import type { RetentionHoldRecord } from './retentionHold.record';

/**
 * The day since which records are kept for ten years. 31 CFR 501.601 was amended by 89 FR 74832 (an interim
 * final rule, in effect since this day), which 90 FR 13286 adopted without change on 2025-03-21. The ten
 * years apply to all records that still had to be kept then; it was five before.
 */
const tenYearsSince = '2025-03-12';

export const retentionStates = ['NONE', 'HELD', 'IN_FORCE', 'RUNNING', 'OVER'] as const;

export type RetentionState = (typeof retentionStates)[number];

/** The retention of records. */
export interface Retention {
  readonly state: RetentionState;
  /** The last day on which they must be kept, YYYY-MM-DD; null: no such day yet. */
  readonly until: string | null;
  readonly reason: string;
  readonly rule: string | null;
}

type Ended = Pick<MeasureRecord, 'kind' | 'to'>;
type Hold = Pick<RetentionHoldRecord, 'from' | 'to'>;

/** The same day so many years on; 29 February becomes 1 March, so that nothing is kept too short. */
function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/**
 * Returns the retention of records of measures on an account. They are kept as long as one measure is in
 * force, and then ten years from the day in New York on which the last one ended. (31 CFR 501.601; for
 * blocked property from its unblocking.) A retention hold beats that: nothing is disposed of while one is in
 * place (DOMAIN, invariant 6).
 */
export function retentionOf(measures: readonly Ended[], holds: readonly Hold[], now: Date): Retention {
  if (holds.some(({ from, to }) => from <= now && (!to || now < to))) {
    return { state: 'HELD', until: null, reason: 'a retention hold is in place', rule: 'retention hold' };
  }
  const ends = measures.map(({ to }) => (to && to <= now ? actDay(to) : null));
  if (ends.includes(null)) {
    const blocked = measures.some(({ kind }, i) => kind === 'BLOCK' && ends[i] === null);
    const reason = blocked ? 'the property is blocked' : 'a measure is in force, or still to come';
    return { state: 'IN_FORCE', until: null, reason, rule: '31 CFR 501.601' };
  }
  if (ends.length === 0) {
    return { state: 'NONE', until: null, reason: 'no measure was ever on it', rule: null };
  }
  return keptAfter(
    ends.reduce((last, end) => (end !== null && last !== null && end > last ? end : last)) ?? '',
    now,
  );
}

function keptAfter(ended: string, now: Date): Retention {
  const overBefore = yearsLater(ended, 5) < tenYearsSince;
  const until = yearsLater(ended, overBefore ? 5 : 10);
  return {
    state: now < endOfDay(until) ? 'RUNNING' : 'OVER',
    until,
    reason: `${overBefore ? 'five' : 'ten'} years after the last measure ended on ${ended}`,
    rule: overBefore
      ? '31 CFR 501.601 as it was before 2025-03-12: five years, which were over by then'
      : '31 CFR 501.601 (90 FR 13286): ten years',
  };
}
