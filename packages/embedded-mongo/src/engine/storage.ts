import { open, type RootDatabase } from 'lmdb';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoError } from '../bson/mongoError';
import { StoreError } from '../storeError';
import { inspectDataFile } from './inspectDataFile';
import type { WriteCounts } from './writeCounts';

/** Raised when a change makes data that an older release would read wrongly. */
export const formatVersion = 1;

export const dataFileName = 'data.mdb';
/** The size that a new store writes at first, and the step by which it grows. */
const firstBytes = 64 * 1024;
const maxReaders = 16;
const formatKey = Buffer.from('\0\0\0\0format', 'latin1');

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** The part of the key space from `start` on and before `end`. */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

/** Ordered keys and values on disk. Outside of a transaction it reads what is committed; inside, its own writes too. */
export class Storage {
  private closed = false;

  private constructor(
    private readonly database: RootDatabase<Buffer, Buffer>,
    private readonly counts: WriteCounts,
  ) {}

  /** A command that was under way when the store was closed must not touch memory that is mapped no more. */
  private get root(): RootDatabase<Buffer, Buffer> {
    if (this.closed) throw new MongoError('InterruptedAtShutdown', 'The store is closed.');
    return this.database;
  }

  /** @throws StoreError `STORE_DAMAGED`, `STORE_FORMAT_NEWER`, `STORE_FOLDER_UNUSABLE` */
  static open(folder: string, counts: WriteCounts): Storage {
    inspectDataFile(folder, join(folder, dataFileName));
    ensureRoom(folder);
    let root: RootDatabase<Buffer, Buffer>;
    let format: Buffer | undefined;
    try {
      root = open<Buffer, Buffer>(join(folder, dataFileName), {
        keyEncoding: 'binary',
        encoding: 'binary',
        // A commit is on disk before its promise resolves, and the write lock is held until then: writes that
        // arrive meanwhile become the next commit.
        overlappingSync: false,
        // Each transaction is one batch already. A batch of lmdb's own also holds a promise that nobody can reach:
        // rejected by a full disk it would end the thread.
        eventTurnBatching: false,
        // Freed memory may hold other data; zeroing keeps it out of the file.
        noMemInit: false,
        maxReaders,
        // Only its owner reads the data, also where the folder is not. The declarations do not have this option.
        ...{ permissionsMode: 0o600 },
      });
      format = root.getBinary(formatKey);
    } catch (error) {
      throw unreadable(folder, error);
    }
    const storage = new Storage(root, counts);
    if (format) checkFormat(folder, format);
    else root.putSync(formatKey, Buffer.from([formatVersion]));
    return storage;
  }

  get(key: Buffer): Buffer | undefined {
    const value = this.root.getBinary(key);
    return value && asBuffer(value);
  }

  has(key: Buffer): boolean {
    return this.root.doesExist(key);
  }

  /** Counts the puts and removes: an error that comes while it stands still has changed nothing. */
  changes = 0;

  /** Within a transaction, before its first change to what readers see of a collection. */
  beginWrite(namespace: string): void {
    this.counts.begin(namespace);
  }

  put(key: Buffer, value: Buffer): void {
    this.changes++;
    void this.root.put(key, value);
  }

  remove(key: Buffer): void {
    this.changes++;
    void this.root.remove(key);
  }

  /**
   * The entries of a range in order, without `start` itself where `after` is set (backwards: without `end`'s side).
   * To be read in one go: the snapshot behind it lasts for the current turn of the event loop.
   */
  *entries(range: KeyRange, backwards = false, after?: Buffer): Generator<Entry, void, undefined> {
    const from = after ?? (backwards ? range.end : range.start);
    const entries = this.root.getRange({
      start: from,
      end: backwards ? range.start : range.end,
      reverse: backwards,
      exclusiveStart: backwards || after !== undefined,
      inclusiveEnd: backwards,
      snapshot: true,
    });
    for (const { key, value } of entries) yield { key: asBuffer(key), value: asBuffer(value) };
  }

  isEmpty(range: KeyRange): boolean {
    // A loop gives the reader of the iterator back; a bare next() does not.
    for (const entry of this.entries(range)) return !entry;
    return true;
  }

  /** Counts LMDB's reader slots in use, and those there are. A slot that is not given back stays in use for good. */
  readers(): { used: number; max: number } {
    const { readerList } = this.root as { readerList?: () => string };
    const lines = readerList?.call(this.root).split('\n') ?? [];
    return { used: lines.filter((line) => /^\s*\d+\s/.test(line)).length, max: maxReaders };
  }

  /** Counts the keys of a range; reads no value. */
  count(range: KeyRange): number {
    return this.root.getKeysCount({ start: range.start, end: range.end });
  }

  /**
   * Runs `work` in one transaction and resolves when it is on disk. Where `work` throws, nothing of it is kept.
   */
  async transact<T>(work: () => T): Promise<T> {
    try {
      return await this.root.childTransaction(work);
    } catch (error) {
      throw await commitErrorOf(error);
    } finally {
      this.counts.end();
    }
  }

  sizeOnDisk(): number {
    const stats = this.root.getStats() as { lastPageNumber?: number; root?: { pageSize?: number } };
    return ((stats.lastPageNumber ?? 0) + 1) * (stats.root?.pageSize ?? 4096);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.database.close();
  }
}

/**
 * Returns the cause of a failed commit. lmdb gives it in a promise of its own, which would end the thread if
 * nobody handled it.
 */
async function commitErrorOf(error: unknown): Promise<unknown> {
  const { commitError } = (error ?? {}) as { commitError?: unknown };
  if (!(commitError instanceof Promise)) return error;
  try {
    await commitError;
    return error;
  } catch (reason) {
    return new CommitError(reason instanceof Error ? reason.message : String(reason), { cause: reason });
  }
}

/** A transaction could not be put on disk, and nothing of it is kept. */
export class CommitError extends Error {}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * LMDB ends the process where a new file cannot take its first pages, so that the disk is asked before.
 * @throws StoreError `STORE_FOLDER_UNUSABLE`
 */
function ensureRoom(folder: string): void {
  if ((statSync(join(folder, dataFileName), { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  const probe = join(folder, 'room');
  try {
    writeFileSync(probe, Buffer.alloc(firstBytes));
  } catch (error) {
    throw unwritable(folder, error);
  } finally {
    rmSync(probe, { force: true });
  }
}

function unwritable(folder: string, cause: unknown): StoreError {
  return new StoreError(
    'STORE_FOLDER_UNUSABLE',
    `The data folder ${folder} cannot be written: its disk is full, or fails.`,
    { cause },
  );
}

function checkFormat(folder: string, format: Buffer): void {
  const found = format[0] ?? 0;
  if (format.length !== 1 || found === 0) throw unreadable(folder, undefined);
  if (found > formatVersion) {
    throw new StoreError(
      'STORE_FORMAT_NEWER',
      `The store in ${folder} was written by a newer release (format ${found}, this release reads ${formatVersion}): ` +
        'use that release, or another data folder.',
    );
  }
}

function unreadable(folder: string, cause: unknown): StoreError {
  const { code } = (cause ?? {}) as { code?: unknown };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 13 || code === 30) {
    return new StoreError(
      'STORE_FOLDER_UNUSABLE',
      `The files in the data folder ${folder} cannot be opened for writing: check who owns them.`,
      { cause },
    );
  }
  // Input and output, file too large, no space, quota: what LMDB makes of a disk that takes no more.
  if (code === 5 || code === 27 || code === 28 || code === 122) {
    return unwritable(folder, cause);
  }
  return new StoreError(
    'STORE_DAMAGED',
    `The store in ${folder} is damaged and cannot be read: restore the folder from a backup, or use another one.`,
    { cause },
  );
}
