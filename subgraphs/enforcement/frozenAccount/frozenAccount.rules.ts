import { frozenAt, type Interval } from '../measure/status.rules';

/** What attribution hands over: the funds of an actor reached an account, by a trace. */
export interface AccountTrace {
  readonly accountId: string;
  readonly actorId: string;
  readonly traceId: string;
}

/** The key that frozen accounts are sorted and paged by. NUL is in no id and sorts first: it orders by account, then actor. */
export const keyOfTrace = ({ accountId, actorId }: AccountTrace) => `${accountId}\0${actorId}`;

/**
 * The traces whose account is frozen at an instant, sorted by account and actor, one for both: of several, the first
 * that attribution gave, as it gives the best first.
 */
export function frozenTraces<Trace extends AccountTrace>(
  traces: readonly Trace[],
  measuresOf: (accountId: string) => readonly Interval[],
  at: Date,
): Trace[] {
  const byKey = new Map<string, Trace>();
  for (const trace of traces) {
    const key = keyOfTrace(trace);
    if (!byKey.has(key) && frozenAt(measuresOf(trace.accountId), at)) byKey.set(key, trace);
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, trace]) => trace);
}
