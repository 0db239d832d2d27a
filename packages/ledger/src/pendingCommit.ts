import type { AppendResult, Commit } from './ledger';
import type { Head, LedgerEvent, NewEvent } from './ledgerEvent';
import type { PreparedEvent } from './sealedEvent';

/** The decision of a commit, made at the head, before its events are known. */
export interface Deciding extends Pick<Commit, 'key' | 'scope'> {
  decide(head: Head): Promise<readonly NewEvent[]>;
}

/** One caller that waits: for events that are made already, or for a decision. */
export interface PendingCommit {
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

/** An event that a commit waits for. */
export interface Place {
  readonly commit: PendingCommit;
  readonly at: number;
}

/** Takes from the queue, in its order, what can be written together: appends, or commits that have nothing in common. */
export function nextBatch(queue: PendingCommit[], maxEvents: number): PendingCommit[] {
  const [first] = queue;
  const batch: PendingCommit[] = [];
  const scopes = new Set<string>();
  let events = 0;
  const rest = queue.filter((commit) => {
    const fits =
      batch.length === 0 ||
      (events < maxEvents && (first?.deciding ? isApart(commit, scopes, batch) : !commit.deciding));
    if (!fits) return true;
    batch.push(commit);
    events += commit.results.length;
    for (const scope of commit.deciding?.scope ?? []) scopes.add(scope);
    return false;
  });
  queue.splice(0, queue.length, ...rest);
  return batch;
}

/** Tells if a commit shares nothing with those of the batch. One without a scope is about everything. */
function isApart(
  { deciding }: PendingCommit,
  scopes: ReadonlySet<string>,
  batch: readonly PendingCommit[],
): boolean {
  const { scope } = deciding ?? {};
  return (
    scope !== undefined && batch[0]?.deciding?.scope !== undefined && !scope.some((one) => scopes.has(one))
  );
}

/**
 * Returns the next events that are not stored yet, each key once. An event with a key of another waits to
 * find that one's event.
 */
export function placesOf(commits: readonly PendingCommit[], maxPlaces: number): Place[] {
  const places: Place[] = [];
  const keys = new Set<string>();
  for (const commit of commits) {
    for (let at = commit.known; at < commit.events.length; at++) {
      if (places.length === maxPlaces) return places;
      const key = commit.events[at]?.key;
      if (commit.results[at] || (key !== undefined && keys.has(key))) continue;
      if (key !== undefined) keys.add(key);
      places.push({ commit, at });
    }
  }
  return places;
}

const keyAt = ({ commit, at }: Place) => commit.events[at]?.key;

/** The keys that these commits may find there already: of commits, and of the events that are written next. */
export function keysOf(commits: readonly PendingCommit[], places: readonly Place[]): string[] {
  const all = [...commits.map(({ deciding }) => deciding?.key), ...places.map(keyAt)];
  return all.filter((key) => key !== undefined);
}

/** Gives commits the events that their keys have already. */
export function takeKnown(
  commits: readonly PendingCommit[],
  places: readonly Place[],
  known: ReadonlyMap<string, LedgerEvent>,
): void {
  if (known.size === 0) return;
  const find = (key: string | undefined) => (key === undefined ? undefined : known.get(key));
  for (const { deciding, results } of commits) {
    const event = find(deciding?.key);
    if (event) results[0] = { event, appended: false };
  }
  for (const place of places) {
    const event = find(keyAt(place));
    if (event) place.commit.results[place.at] = { event, appended: false };
  }
}

/** Answers those that have all their events; returns the others. */
export function answerDone(commits: readonly PendingCommit[]): PendingCommit[] {
  return commits.filter((commit) => {
    while (commit.known < commit.results.length && commit.results[commit.known]) commit.known++;
    if (commit.known < commit.results.length) return true;
    commit.resolve([...commit.earlier, ...(commit.results as AppendResult[])]);
    return false;
  });
}
