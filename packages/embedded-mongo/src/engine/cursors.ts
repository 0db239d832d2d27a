import { randomBytes } from 'node:crypto';
import { Long } from 'bson';
import type { RawDocument } from '../bson/encode';
import { MongoError } from '../bson/mongoError';

/** After so long without a `getMore` a cursor is dropped, as in MongoDB, in milliseconds. */
const idleMs = 600_000;
const sweepMs = 30_000;

/** Lets others have their turn, and throws where the time is up. */
export interface Pace {
  yield(): Promise<void>;
  check(): void;
}

/** Answers of documents, batch after batch. */
export interface BatchSource {
  /**
   * The next documents: at most `count`, and at most 16 MB of them. `done` where nothing follows.
   */
  next(count: number, deadline?: Pace): Promise<{ documents: RawDocument[]; done: boolean }>;
}

export interface OpenCursor {
  readonly id: Long;
  readonly namespace: string;
  readonly source: BatchSource;
  lastUsed: number;
  busy: boolean;
}

/** Cursors that wait for their next `getMore`; `now` is a clock in milliseconds. */
export class CursorRegistry {
  private readonly cursors = new Map<string, OpenCursor>();
  private readonly ofConnection = new WeakMap<AbortSignal, Set<string>>();
  private readonly timer = setInterval(() => this.dropIdle(), sweepMs).unref();

  constructor(private readonly now: () => number = Date.now) {}

  get size(): number {
    return this.cursors.size;
  }

  /** Keeps a cursor; it ends with the connection that opened it. */
  add(namespace: string, source: BatchSource, gone: AbortSignal): Long {
    const bytes = randomBytes(8);
    bytes[7]! &= 0x7f;
    const id = new Long(bytes.readInt32LE(0) | 1, bytes.readInt32LE(4));
    const cursor: OpenCursor = { id, namespace, source, lastUsed: this.now(), busy: false };
    this.cursors.set(id.toString(), cursor);
    this.connectionCursors(gone).add(id.toString());
    return id;
  }

  private connectionCursors(gone: AbortSignal): Set<string> {
    let names = this.ofConnection.get(gone);
    if (!names) {
      const opened = (names = new Set<string>());
      this.ofConnection.set(gone, names);
      gone.addEventListener('abort', () => opened.forEach((name) => this.cursors.delete(name)), {
        once: true,
      });
    }
    // Cursors that have ended are forgotten here when the next is opened.
    for (const name of names) if (!this.cursors.has(name)) names.delete(name);
    return names;
  }

  /** @throws MongoError `CursorNotFound` */
  take(id: Long, namespace: string): OpenCursor {
    const cursor = this.cursors.get(id.toString());
    if (!cursor || cursor.namespace !== namespace) {
      throw new MongoError('CursorNotFound', `cursor id ${id.toString()} not found`);
    }
    if (cursor.busy)
      throw new MongoError('BadValue', `The cursor ${id.toString()} is in use by another getMore.`);
    cursor.busy = true;
    return cursor;
  }

  release(cursor: OpenCursor): void {
    cursor.busy = false;
    cursor.lastUsed = this.now();
  }

  kill(id: Long): boolean {
    return this.cursors.delete(id.toString());
  }

  close(): void {
    clearInterval(this.timer);
    this.cursors.clear();
  }

  /** Done each half minute. */
  dropIdle(): void {
    const oldest = this.now() - idleMs;
    for (const { id, busy, lastUsed } of this.cursors.values()) if (!busy && lastUsed < oldest) this.kill(id);
  }
}
