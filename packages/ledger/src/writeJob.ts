import type { AppendResult, Commit } from './ledger';
import type { Head, LedgerEvent, NewEvent } from './ledgerEvent';
import type { PreparedEvent } from './sealedEvent';

/** The decision of a job, made at the head, before its events are known. */
export interface Deciding extends Pick<Commit, 'key' | 'scope'> {
  decide(head: Head): Promise<readonly NewEvent[]>;
}

/** One caller that waits: for events that are made already, or for a decision. */
export interface WriteJob {
  /** Undefined for an append: nothing has to be decided for it. */
  readonly deciding: Deciding | undefined;
  /** The events to write. A decision brings them with it. */
  events: readonly PreparedEvent[];
  /** One for each event, from the first on; what is behind is still to be written. */
  results: (AppendResult | undefined)[];
  /** The number of known results, from the first on: they are not read again. */
  known: number;
  /** The results that a repeated decision had written before. */
  readonly earlier: AppendResult[];
  /** The sequence of the head that its events may stand behind: the head decided on, or the last of them that is written. */
  decidedAt?: number;
  /** The milliseconds at which a decision was first asked for. */
  triedSince?: number;
  resolve(results: AppendResult[]): void;
  reject(error: unknown): void;
}

/** An event that a job waits for. */
export interface Place {
  readonly job: WriteJob;
  readonly at: number;
}

/** Takes from the queue, in its order, what can be written together: appends, or commits that have nothing in common. */
export function takeGroup(queue: WriteJob[], maxEvents: number): WriteJob[] {
  const [first] = queue;
  const group: WriteJob[] = [];
  const scopes = new Set<string>();
  let events = 0;
  const rest = queue.filter((job) => {
    const fits =
      group.length === 0 ||
      (events < maxEvents && (first?.deciding ? isApart(job, scopes, group) : !job.deciding));
    if (!fits) return true;
    group.push(job);
    events += job.results.length;
    for (const scope of job.deciding?.scope ?? []) scopes.add(scope);
    return false;
  });
  queue.splice(0, queue.length, ...rest);
  return group;
}

/** Tells if a commit shares nothing with those of the group. One without a scope is about everything. */
function isApart({ deciding }: WriteJob, scopes: ReadonlySet<string>, group: readonly WriteJob[]): boolean {
  const { scope } = deciding ?? {};
  return (
    scope !== undefined && group[0]?.deciding?.scope !== undefined && !scope.some((one) => scopes.has(one))
  );
}

/**
 * Returns the next events that are not stored yet, each key once. An event with a key of another waits to
 * find that one's event.
 */
export function placesOf(jobs: readonly WriteJob[], most: number): Place[] {
  const places: Place[] = [];
  const keys = new Set<string>();
  for (const job of jobs) {
    for (let at = job.known; at < job.events.length; at++) {
      if (places.length === most) return places;
      const key = job.events[at]?.key;
      if (job.results[at] || (key !== undefined && keys.has(key))) continue;
      if (key !== undefined) keys.add(key);
      places.push({ job, at });
    }
  }
  return places;
}

const keyAt = ({ job, at }: Place) => job.events[at]?.key;

/** The keys that these jobs may find there already: of commits, and of the events that are written next. */
export function keysOf(jobs: readonly WriteJob[], places: readonly Place[]): string[] {
  const all = [...jobs.map(({ deciding }) => deciding?.key), ...places.map(keyAt)];
  return all.filter((key) => key !== undefined);
}

/** Gives jobs the events that their keys have already. */
export function takeKnown(
  jobs: readonly WriteJob[],
  places: readonly Place[],
  known: ReadonlyMap<string, LedgerEvent>,
): void {
  if (known.size === 0) return;
  const find = (key: string | undefined) => (key === undefined ? undefined : known.get(key));
  for (const { deciding, results } of jobs) {
    const event = find(deciding?.key);
    if (event) results[0] = { event, appended: false };
  }
  for (const place of places) {
    const event = find(keyAt(place));
    if (event) place.job.results[place.at] = { event, appended: false };
  }
}

/** Answers those that have all their events; returns the others. */
export function answerDone(jobs: readonly WriteJob[]): WriteJob[] {
  return jobs.filter((job) => {
    while (job.known < job.results.length && job.results[job.known]) job.known++;
    if (job.known < job.results.length) return true;
    job.resolve([...job.earlier, ...(job.results as AppendResult[])]);
    return false;
  });
}
