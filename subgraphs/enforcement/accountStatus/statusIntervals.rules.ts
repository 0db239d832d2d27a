import type { AccountStatus } from '../vocabulary/measureKinds';
import { type Interval, statusAt } from '../measure/status.rules';
import type { AccountStatusRecord } from './accountStatus.record';

/** Before all instants and after all of them. */
export const beginningOfTime = new Date(-8.64e15);
export const endOfTime = new Date(8.64e15);

export interface StatusInterval {
  readonly status: AccountStatus;
  readonly from: Date;
  readonly to: Date;
}

/** The status of an account over all time, of the measures on it: intervals without a gap, each of another status than the next. */
export function statusIntervals(measures: readonly Interval[]): StatusInterval[] {
  const changes = measures.flatMap(({ from, to }) => [from.getTime(), ...(to ? [to.getTime()] : [])]);
  const starts = [beginningOfTime.getTime(), ...new Set(changes.sort((a, b) => a - b))];
  const intervals: StatusInterval[] = [];
  for (const [n, start] of starts.entries()) {
    const from = new Date(start);
    const to = n + 1 < starts.length ? new Date(starts[n + 1] ?? 0) : endOfTime;
    const status = statusAt(measures, from);
    const last = intervals.at(-1);
    if (last?.status === status) intervals[intervals.length - 1] = { ...last, to };
    else intervals.push({ status, from, to });
  }
  return intervals;
}

/**
 * The facts from which the rows of an account are made; the account is undefined where it is not registered,
 * or was retracted.
 */
export interface StatusGrounds {
  readonly accountId: string;
  readonly venueId: string | undefined;
  /** All measures on it, also retracted ones. */
  readonly measures: readonly (Interval & { readonly retracted: boolean })[];
  /** The number of measures that were on it before a correction. */
  readonly former: number;
}

/** The rows of an account, always as many for so many measures: one that is no longer needed loses its status. */
export function accountStatusRows(
  { accountId, venueId, measures, former }: StatusGrounds,
  sequence: number,
): AccountStatusRecord[] {
  const notRetracted = measures.filter(({ retracted }) => !retracted);
  const intervals = venueId === undefined ? [] : statusIntervals(notRetracted);
  return Array.from({ length: 2 * (measures.length + former) + 1 }, (_, n) => {
    const { status = null, from = beginningOfTime, to = beginningOfTime } = intervals[n] ?? {};
    return { _id: `${accountId} ${n}`, accountId, venueId: venueId ?? '', status, from, to, sequence };
  });
}
