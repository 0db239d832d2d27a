import { MongoError } from '../bson/mongoError';
import type { Pace } from './cursors';
import { droppedRange, tableRange } from './keySpace';
import type { Storage } from './storage';
import type { WriteQueue } from './writeQueue';

/** Keys that one transaction removes of a dropped table, so that others need not wait long. */
const keysPerTurn = 2000;
/** As often as MongoDB looks for expired documents, in milliseconds. */
const expiryIntervalMs = 60_000;

/** Works in the background: empties dropped tables, also those that were dropped before a crash, and removes what has expired. */
export class Sweeper {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private expiring: Promise<void> | undefined;
  private readonly pace: Pace = {
    check: () => {
      if (this.stopped) throw new MongoError('InterruptedAtShutdown', 'The store is being closed.');
    },
    yield: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      this.pace.check();
    },
  };
  private wanted = false;
  private stopped = false;

  constructor(
    private readonly storage: Storage,
    private readonly writes: WriteQueue,
    private readonly removeExpired: (pace: Pace) => Promise<void>,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.expireSoon(), expiryIntervalMs);
    this.timer.unref();
    this.sweepSoon();
  }

  sweepSoon(): void {
    this.wanted = true;
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
    await this.expiring;
  }

  private async run(): Promise<void> {
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      // On a full disk the tables stay listed, and are tried again when the store is opened.
      await this.emptyTables().catch(() => undefined);
    }
    this.running = undefined;
  }

  /** A look that takes longer than the interval is not joined by a second. */
  private expireSoon(): void {
    if (this.stopped) return;
    this.expiring ??= this.removeExpired(this.pace)
      .catch(() => undefined)
      .finally(() => (this.expiring = undefined));
  }

  private async emptyTables(): Promise<void> {
    const { storage, writes } = this;
    for (const { key } of [...storage.entries(droppedRange)]) {
      const table = key.readUInt32BE(4);
      for (let empty = false; !empty && !this.stopped;) {
        empty = await writes.write(() => {
          const keys: Buffer[] = [];
          for (const entry of storage.entries(tableRange(table))) {
            keys.push(entry.key);
            if (keys.length >= keysPerTurn) break;
          }
          for (const old of keys) storage.remove(old);
          if (keys.length === 0) storage.remove(key);
          return keys.length === 0;
        });
      }
    }
  }
}
