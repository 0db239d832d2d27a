import { setTimeout as pause } from 'node:timers/promises';
import type { EventRecords } from './eventRecords.store';
import type { AppendResult, Commit, CommitAll, ReadOptions } from './ledger';
import { LedgerBusy } from './ledgerErrors';
import { genesis, type Head, type LedgerEvent } from './ledgerEvent';
import { openEvent, type PreparedEvent, prepareEvent, type SealedEvent, sealEvent } from './sealedEvent';
import {
  answerDone,
  type Deciding,
  keysOf,
  type Place,
  placesOf,
  nextBatch,
  takeKnown,
  type PendingCommit,
} from './pendingCommit';

/** Events that are written in one go. The embedded store takes some 30 ms for so many; others wait meanwhile. */
const maxBatchSize = 1_000;

/**
 * At least so many of the last consecutive events are remembered, and at most twice as many: some megabytes.
 */
const maxRecent = 200;
/** Characters of a text that is remembered. A longer one, as of a command on thousands of accounts, is read again. */
const maxRecentLength = 16_384;

/** The time for which a decision is repeated while other processes are first each time, in milliseconds. */
const commitTimeoutMs = 10_000;

/** An event that this process wrote. */
export type WrittenEvent = Pick<Head, 'sequence' | 'hash'>;

/** How writers of one process share writes. */
export interface GroupCommitOptions {
  readonly now: () => Date;
  /**
   * A write begins this long after the one before, in milliseconds; what comes meanwhile shares it. The first after a rest
   * begins at once, and so does one of a single caller behind another: nobody comes beside it. A write costs about the same
   * for one event as for a hundred. Default: 0.
   */
  readonly writeIntervalMs?: number;
}

/** A head that was read longer ago than this, in milliseconds, is read anew: another process may have written since. */
const headCacheTtlMs = 50;

/**
 * Group commit: the writers of one process, one write after another. Callers that come while one is under way share the next, so
 * that they never collide with each other, and the disk is waited for once.
 */
export class GroupCommitQueue {
  private readonly pending: PendingCommit[] = [];
  private running = false;
  private known: { readonly head: Head; readonly at: number } | undefined;
  /** The last events of this process that stand one behind the other, so that they need not be read to be projected. */
  private recent: AppendedEvent[] = [];
  /** When the last write began, in milliseconds. */
  private writtenAt = -Infinity;
  /** The number of callers that shared the last write. */
  private lastBatchSize = 0;
  private written: WrittenEvent = genesis;
  /** True where the last look-up found keys: a caller repeats written events, and may go on with it. */
  private repeating = false;

  constructor(
    private readonly records: EventRecords,
    private readonly options: GroupCommitOptions,
  ) {}

  /** The last event that this process wrote; the genesis for none. */
  get lastWritten(): WrittenEvent {
    return this.written;
  }

  async append(events: readonly PreparedEvent[]): Promise<AppendResult[]> {
    return events.length === 0 ? [] : this.enqueue(events, undefined);
  }

  async commit({ decide, ...rest }: Commit): Promise<AppendResult> {
    const key = rest.key === undefined ? {} : { key: rest.key };
    const one = async (head: Head) => [{ ...(await decide(head)), ...key }];
    const [result] = await this.enqueue([], { ...rest, decide: one });
    if (!result) throw new Error('a commit ended without its event');
    return result;
  }

  commitAll({ decide }: CommitAll): Promise<AppendResult[]> {
    return this.enqueue([], { decide });
  }

  /** The events behind a sequence up to another, where this process wrote all of them just now. */
  recentEvents({ after, upTo }: ReadOptions): readonly LedgerEvent[] | undefined {
    const first = this.recent[0]?.sequence ?? Infinity;
    const end = upTo ?? Infinity;
    if (after + 1 < first || end >= first + this.recent.length) return undefined;
    return this.recent.slice(after + 1 - first, end + 1 - first).map(({ event }) => event);
  }

  private enqueue(events: readonly PreparedEvent[], deciding: Deciding | undefined): Promise<AppendResult[]> {
    return new Promise((resolve, reject) => {
      // Until it is decided, a commit waits for one event.
      const results = Array.from<undefined>({ length: deciding ? 1 : events.length });
      this.pending.push({ deciding, events, results, known: 0, earlier: [], resolve, reject });
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    while (this.pending.length > 0) {
      await this.waitForOthers();
      let commits = nextBatch(this.pending, maxBatchSize);
      this.lastBatchSize = commits.length;
      for (let attempts = 0, collisions = 0; commits.length > 0; attempts++) {
        const { left, collided } = await this.attempt(commits, attempts > 0 || this.repeating);
        commits = left;
        // Processes that collide again and again step out of each other's way.
        if (collided && ++collisions > 1) await pause(Math.random() * Math.min(collisions, 20));
      }
    }
    this.running = false;
  }

  /** Lets others join the next write, where callers come beside each other. */
  private async waitForOthers(): Promise<void> {
    if (this.lastBatchSize <= 1 && this.pending.length === 1) return;
    const left = this.writtenAt + (this.options.writeIntervalMs ?? 0) - performance.now();
    if (left > 0) await pause(left);
  }

  /**
   * Writes as much of a batch as it can. The rest was too much for one write, or another writer was first. Keys are looked
   * up beforehand only where some may be there (`lookUp`): most are new, and the index of keys rejects the others.
   */
  private async attempt(
    batch: readonly PendingCommit[],
    lookUp: boolean,
  ): Promise<{ left: PendingCommit[]; collided: boolean }> {
    let commits = [...batch];
    try {
      const head = await this.currentHead();
      if (lookUp) await this.findKnown(commits);
      commits = await this.decideAll(answerDone(commits), head);
      // A commit of several events has keys that only its decision knows.
      if (lookUp)
        await this.findKnown(commits.filter(({ deciding }) => deciding && deciding.key === undefined));
      commits = answerDone(commits);
      const places = placesOf(commits, maxBatchSize);
      const collided = places.length > 0 && (await this.write(places, head));
      return { left: answerDone(commits), collided };
    } catch (error) {
      this.known = undefined;
      for (const commit of answerDone(commits)) commit.reject(error);
      return { left: [], collided: false };
    }
  }

  /** Finds the stored events of commits by their keys. */
  private async findKnown(commits: readonly PendingCommit[]): Promise<void> {
    const places = placesOf(commits, maxBatchSize);
    const keys = keysOf(commits, places);
    if (keys.length === 0) return;
    const known = await this.records.byKeys(keys);
    this.repeating = known.size > 0;
    takeKnown(commits, places, known);
  }

  /** Asks every commit for its events on the state at the head. A commit that throws is settled; the others are returned. */
  private async decideAll(commits: readonly PendingCommit[], head: Head): Promise<PendingCommit[]> {
    const decided = await Promise.all(
      commits.map(async (commit) => {
        try {
          await decideOne(commit, head);
          return commit;
        } catch (reason) {
          await this.rejectUnlessKnown(commit, reason);
          return undefined;
        }
      }),
    );
    return decided.filter((commit) => commit !== undefined);
  }

  /** Settles a commit whose decision threw. A command that was done already is answered with its event. */
  private async rejectUnlessKnown(commit: PendingCommit, reason: unknown): Promise<void> {
    try {
      await this.findKnown([commit]);
      if (answerDone([commit]).length > 0) commit.reject(reason);
    } catch (error) {
      // Its outcome cannot be told now, and the others of its batch do not depend on it.
      commit.reject(error);
    }
  }

  private async currentHead(): Promise<Head> {
    if (!this.known || performance.now() - this.known.at > headCacheTtlMs)
      this.known = { head: await this.records.head(), at: performance.now() };
    return this.known.head;
  }

  /** Inserts the events of these places behind the head and notes how far it came. True where another writer was first. */
  private async write(places: readonly Place[], head: Head): Promise<boolean> {
    const sealed = seal(places, head, this.options.now());
    this.known = undefined;
    this.writtenAt = performance.now();
    try {
      const { inserted, collided } = await this.records.insert(sealed);
      this.note(places, sealed.slice(0, inserted));
      const last = sealed.at(-1);
      if (!collided && last) this.known = { head: last, at: performance.now() };
      return collided;
    } catch (error) {
      // The outcome of the write is unknown: the store is asked, and stored events are acknowledged.
      const there = await this.records.hashesOf(sealed.map(({ sequence }) => sequence));
      const missing = sealed.findIndex(({ sequence, hash }) => there.get(sequence) !== hash);
      this.note(places, missing < 0 ? sealed : sealed.slice(0, missing));
      if (missing < 0) return false;
      throw error;
    }
  }

  /** Answers what was written, and remembers it for a while. */
  private note(places: readonly Place[], written: readonly SealedEvent[]): void {
    for (const [n, sealed] of written.entries()) {
      const place = places[n];
      if (!place) continue;
      const { sequence, hash, text } = sealed;
      const appended = new AppendedEvent(sealed);
      place.commit.results[place.at] = appended;
      place.commit.decidedAt = sequence;
      this.written = { sequence, hash };
      if (this.recent.at(-1)?.sequence !== sequence - 1) this.recent = [];
      if (text.length <= maxRecentLength) this.recent.push(appended);
    }
    if (this.recent.length > 2 * maxRecent) this.recent = this.recent.slice(-maxRecent);
  }
}

/** An event that was written. It is opened when it is asked for: most are not. */
class AppendedEvent implements AppendResult {
  readonly appended = true;
  #event: LedgerEvent | undefined;

  constructor(private readonly sealed: SealedEvent) {}

  get sequence(): number {
    return this.sealed.sequence;
  }

  get event(): LedgerEvent {
    return (this.#event ??= openEvent(this.sealed.text, this.sealed.hash));
  }
}

function seal(places: readonly Place[], head: Head, now: Date): SealedEvent[] {
  let last = head;
  return places.map(({ commit, at }) => {
    const event = commit.events[at];
    if (!event) throw new Error(`a commit has no event ${at}`);
    const sealed = sealEvent(event, last, now);
    last = sealed;
    return sealed;
  });
}

/** @throws what the decision throws, and LedgerBusy */
async function decideOne(commit: PendingCommit, head: Head): Promise<void> {
  // A commit too large for one write continues behind its own events.
  if (!commit.deciding || commit.decidedAt === head.sequence) return;
  commit.triedSince ??= performance.now();
  if (performance.now() - commit.triedSince > commitTimeoutMs) throw new LedgerBusy();
  const events = (await commit.deciding.decide(head)).map(prepareEvent);
  for (const result of commit.results) if (result?.appended) commit.earlier.push(result);
  commit.events = events;
  commit.results = events.map(() => undefined);
  commit.known = 0;
  commit.decidedAt = head.sequence;
}
