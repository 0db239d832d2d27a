import { setTimeout as pause } from 'node:timers/promises';
import type { EventRecords } from './eventRecords.store';
import type { AppendResult, Commit, CommitAll, ReadOptions } from './ledger';
import { LedgerBusy } from './ledgerErrors';
import type { Head, LedgerEvent } from './ledgerEvent';
import { openEvent, type PreparedEvent, prepareEvent, type SealedEvent, sealEvent } from './sealedEvent';
import {
  answerDone,
  type Deciding,
  keysOf,
  type Place,
  placesOf,
  takeGroup,
  takeKnown,
  type WriteJob,
} from './writeJob';

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

/** How writers of one process share writes. */
export interface WriteLaneOptions {
  readonly now: () => Date;
  /**
   * A write begins this long after the one before, in milliseconds; what comes meanwhile shares it. The first after a rest
   * begins at once. A write costs about the same for one event as for a hundred. Default: 0.
   */
  readonly writeIntervalMs?: number;
}

/** A head that was read longer ago than this, in milliseconds, is read anew: another process may have written since. */
const headCacheTtlMs = 50;

/**
 * The writers of one process, one write after another: callers that come while one is under way share the next. So they
 * never collide with each other, and the disk is waited for once.
 */
export class WriteLane {
  private readonly queue: WriteJob[] = [];
  private running = false;
  private known: { readonly head: Head; readonly at: number } | undefined;
  /** The last events of this process that stand one behind the other, so that they need not be read to be folded. */
  private recent: AppendedEvent[] = [];
  /** When the last write began, in milliseconds. */
  private writtenAt = -Infinity;
  /** True where the last look-up found keys: a caller repeats written events, and may go on with it. */
  private repeating = false;

  constructor(
    private readonly records: EventRecords,
    private readonly options: WriteLaneOptions,
  ) {}

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
      this.queue.push({ deciding, events, results, known: 0, earlier: [], resolve, reject });
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    while (this.queue.length > 0) {
      await this.waitForOthers();
      let jobs = takeGroup(this.queue, maxBatchSize);
      for (let attempts = 0, collisions = 0; jobs.length > 0; attempts++) {
        const { left, collided } = await this.attempt(jobs, attempts > 0 || this.repeating);
        jobs = left;
        // Processes that collide again and again step out of each other's way.
        if (collided && ++collisions > 1) await pause(Math.random() * Math.min(collisions, 20));
      }
    }
    this.running = false;
  }

  /** Lets others join the next write. */
  private async waitForOthers(): Promise<void> {
    const left = this.writtenAt + (this.options.writeIntervalMs ?? 0) - performance.now();
    if (left > 0) await pause(left);
  }

  /**
   * Writes as much of a group as it can. The rest was too much for one write, or another writer was first. Keys are looked
   * up beforehand only where some may be there (`lookUp`): most are new, and the index of keys rejects the others.
   */
  private async attempt(
    group: readonly WriteJob[],
    lookUp: boolean,
  ): Promise<{ left: WriteJob[]; collided: boolean }> {
    let jobs = [...group];
    try {
      const head = await this.currentHead();
      if (lookUp) await this.findKnown(jobs);
      jobs = await this.decideAll(answerDone(jobs), head);
      // A job of several events has keys that only its decision knows.
      if (lookUp) await this.findKnown(jobs.filter(({ deciding }) => deciding && deciding.key === undefined));
      jobs = answerDone(jobs);
      const places = placesOf(jobs, maxBatchSize);
      const collided = places.length > 0 && (await this.write(places, head));
      return { left: answerDone(jobs), collided };
    } catch (error) {
      this.known = undefined;
      for (const job of answerDone(jobs)) job.reject(error);
      return { left: [], collided: false };
    }
  }

  /** Finds the stored events of jobs by their keys. */
  private async findKnown(jobs: readonly WriteJob[]): Promise<void> {
    const places = placesOf(jobs, maxBatchSize);
    const keys = keysOf(jobs, places);
    if (keys.length === 0) return;
    const known = await this.records.byKeys(keys);
    this.repeating = known.size > 0;
    takeKnown(jobs, places, known);
  }

  /** Asks every commit for its events on the state at the head. A commit that throws is settled; the others are returned. */
  private async decideAll(jobs: readonly WriteJob[], head: Head): Promise<WriteJob[]> {
    const decided = await Promise.all(
      jobs.map(async (job) => {
        try {
          await decideOne(job, head);
          return job;
        } catch (reason) {
          await this.rejectUnlessKnown(job, reason);
          return undefined;
        }
      }),
    );
    return decided.filter((job) => job !== undefined);
  }

  /** Settles a job whose decision threw. A command that was done already is answered with its event. */
  private async rejectUnlessKnown(job: WriteJob, reason: unknown): Promise<void> {
    try {
      await this.findKnown([job]);
      if (answerDone([job]).length > 0) job.reject(reason);
    } catch (error) {
      // Its outcome cannot be told now, and the others of its group do not depend on it.
      job.reject(error);
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
      const { sequence, text } = sealed;
      const appended = new AppendedEvent(sealed);
      place.job.results[place.at] = appended;
      place.job.decidedAt = sequence;
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
  return places.map(({ job, at }) => {
    const event = job.events[at];
    if (!event) throw new Error(`a job has no event ${at}`);
    const sealed = sealEvent(event, last, now);
    last = sealed;
    return sealed;
  });
}

/** @throws what the decision throws, and LedgerBusy */
async function decideOne(job: WriteJob, head: Head): Promise<void> {
  // A job too large for one write continues behind its own events.
  if (!job.deciding || job.decidedAt === head.sequence) return;
  job.triedSince ??= performance.now();
  if (performance.now() - job.triedSince > commitTimeoutMs) throw new LedgerBusy();
  const events = (await job.deciding.decide(head)).map(prepareEvent);
  for (const result of job.results) if (result?.appended) job.earlier.push(result);
  job.events = events;
  job.results = events.map(() => undefined);
  job.known = 0;
  job.decidedAt = head.sequence;
}
