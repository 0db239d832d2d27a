import type { AppendResult, Commit } from './ledger';
import type { LedgerEvent } from './ledgerEvent';
import type { PreparedEvent } from './sealedEvent';

/** One caller that waits: for events that are made already, or for a decision. */
export interface WriteJob {
  /** Undefined for an append: nothing has to be decided for it. */
  readonly commit: Commit | undefined;
  /** Those of a commit come with its decision. */
  events: readonly PreparedEvent[];
  /** One for each event, from the first on; what is behind is still to be written. */
  readonly results: (AppendResult | undefined)[];
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
export function takeGroup(queue: WriteJob[], mostEvents: number): WriteJob[] {
  const [first] = queue;
  const group: WriteJob[] = [];
  const scopes = new Set<string>();
  let events = 0;
  const rest = queue.filter((job) => {
    const fits =
      group.length === 0 ||
      (events < mostEvents && (first?.commit ? isApart(job, scopes, group) : !job.commit));
    if (!fits) return true;
    group.push(job);
    events += job.results.length;
    for (const scope of job.commit?.scope ?? []) scopes.add(scope);
    return false;
  });
  queue.splice(0, queue.length, ...rest);
  return group;
}

/** Whether a commit shares nothing with those of the group. One without a scope is about everything. */
function isApart({ commit }: WriteJob, scopes: ReadonlySet<string>, group: readonly WriteJob[]): boolean {
  const { scope } = commit ?? {};
  return (
    scope !== undefined && group[0]?.commit?.scope !== undefined && !scope.some((one) => scopes.has(one))
  );
}

/** The next events that are not there yet, each key once: what has a key of another waits to find that one's event. */
export function placesOf(jobs: readonly WriteJob[], most: number): Place[] {
  const places: Place[] = [];
  const keys = new Set<string>();
  for (const job of jobs) {
    for (const [at, { key }] of job.events.entries()) {
      if (places.length === most) return places;
      if (job.results[at] || (key !== undefined && keys.has(key))) continue;
      if (key !== undefined) keys.add(key);
      places.push({ job, at });
    }
  }
  return places;
}

/** The keys that these jobs may find there already. */
export function keysOf(jobs: readonly WriteJob[], most: number): string[] {
  const ofCommits = jobs.map(({ commit }) => commit?.key);
  const ofEvents = placesOf(jobs, most).map(({ job, at }) => job.events[at]?.key);
  return [...ofCommits, ...ofEvents].filter((key) => key !== undefined);
}

/** Gives jobs the events that their keys have already. */
export function takeKnown(jobs: readonly WriteJob[], known: ReadonlyMap<string, LedgerEvent>): void {
  if (known.size === 0) return;
  const find = (key: string | undefined) => (key === undefined ? undefined : known.get(key));
  for (const { commit, events, results } of jobs) {
    const decided = find(commit?.key);
    if (decided) results[0] = { event: decided, appended: false };
    for (const [at, { key }] of events.entries()) {
      const event = results[at] ? undefined : find(key);
      if (event) results[at] = { event, appended: false };
    }
  }
}

/** Answers those that have all their events; returns the others. */
export function answerDone(jobs: readonly WriteJob[]): WriteJob[] {
  return jobs.filter(({ results, resolve }) => {
    const known = results.filter((result) => result !== undefined);
    if (known.length < results.length) return true;
    resolve(known);
    return false;
  });
}
