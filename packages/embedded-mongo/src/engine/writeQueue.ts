import { MongoError } from '../bson/mongoError';
import { CommitError } from './storage';

/**
 * The time for which the writes of one transaction may hold the thread before others get their turn, in
 * milliseconds.
 */
const sliceMs = 15;

interface Job {
  run(): void;
  settle(failure: unknown): void;
}

/**
 * Groups writes into transactions: what arrives while one commit is on its way to the disk shares the next. Each
 * write runs to its end without another in between, sees all that were before it, and is acknowledged when it is on disk.
 */
export class WriteQueue {
  private jobs: Job[] = [];
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly transact: (work: () => void) => Promise<void>,
    /** Counts the changes that were made. */
    private readonly changes: () => number,
    /** Called where a whole transaction was lost, so that what is kept in memory can be read anew. */
    private readonly onRollback: () => void,
  ) {}

  /**
   * Runs a synchronous read-modify-write. It must not throw after its first `put` or `remove` unless all that
   * shares its transaction is to be lost. An error before that concerns this write only, and so does a `MongoError`.
   */
  write<T>(work: () => T): Promise<T> {
    if (this.stopped) {
      return Promise.reject(new MongoError('InterruptedAtShutdown', 'The store is being closed.'));
    }
    return new Promise<T>((resolve, reject) => {
      let outcome: { value: T } | { error: MongoError } | undefined;
      this.jobs.push({
        run: () => {
          const before = this.changes();
          try {
            outcome = { value: work() };
          } catch (error) {
            if (!(error instanceof MongoError) && this.changes() !== before) throw error;
            outcome = { error: asMongoError(error) };
          }
        },
        settle: (failure) => {
          if (failure !== undefined) reject(asMongoError(failure));
          else if (outcome && 'value' in outcome) resolve(outcome.value);
          else reject(outcome?.error ?? new Error('The write was not run.'));
        },
      });
      this.running ??= this.drain();
    });
  }

  /** Takes no more writes; resolves when every one so far is on disk. */
  async stop(): Promise<void> {
    this.stopped = true;
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    // Requests that were read in the same turn join the first transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.jobs.length > 0) await this.commitSome();
    this.running = undefined;
  }

  private async commitSome(): Promise<void> {
    let done: Job[] = [];
    let failure: unknown;
    try {
      await this.transact(() => {
        const waiting = this.jobs;
        const end = performance.now() + sliceMs;
        for (const job of waiting) {
          done.push(job);
          job.run();
          if (performance.now() > end) break;
        }
        this.jobs = waiting.slice(done.length);
      });
    } catch (error) {
      failure = error ?? new Error('The transaction failed.');
      if (done.length === 0) {
        done = this.jobs;
        this.jobs = [];
      } else if (this.jobs[0] === done[0]) this.jobs = this.jobs.slice(done.length);
      this.onRollback();
    }
    for (const job of done) job.settle(failure);
  }
}

function asMongoError(failure: unknown): MongoError {
  if (failure instanceof MongoError) return failure;
  const text = failure instanceof Error ? failure.message : String(failure);
  if (failure instanceof CommitError || /MDB_MAP_FULL|No space left|ENOSPC|Commit failed/i.test(text)) {
    return new MongoError('OutOfDiskSpace', `The write could not be put on disk and is not kept: ${text}`);
  }
  return new MongoError('InternalError', `The write failed and is not kept: ${text}`);
}
