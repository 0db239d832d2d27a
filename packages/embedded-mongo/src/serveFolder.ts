import { Worker } from 'node:worker_threads';
import {
  loopbackUrl,
  placeSocket,
  readAddress,
  removeAddress,
  removeSocket,
  socketUrl,
  writeAddress,
} from './address';
import type { Credentials } from './commands/authenticate';
import { WriteCounts } from './engine/writeCounts';
import type { FolderLock } from './folderLock';
import { loopbackPassword } from './loopbackPassword';
import { StoreError } from './storeError';
import type { WorkerInput, WorkerMessage } from './worker';
import { findWorkerFile } from './workerFile';

export interface StoreOptions {
  /** The data folder; it is made where it is missing. */
  readonly folder: string;
  /**
   * Listens on 127.0.0.1 as well; port 0 takes any that is free. Without a password one is generated once and kept in
   * the folder.
   */
  readonly loopback?: { readonly port: number; readonly password?: string };
  /** Called once where the store ends without having been closed. */
  readonly onFailure?: (error: StoreError) => void;
}

/** The writes to the store, by any process. They tell a reader in this process when to read again. */
export interface StoreWrites {
  /**
   * Returns a number that grows with each write to one of these collections, before the write is acknowledged. What was
   * read after it was returned is what the store holds for as long as it is the same. Undefined while a write is under way,
   * and where the store is not served any more.
   */
  stateOf(database: string, collections: readonly string[]): bigint | undefined;
}

export interface OpenStore {
  /** A complete `mongodb://` URL. With `loopback` it is that of the port, credentials included. */
  readonly url: string;
  /** False where another process serves the folder. */
  readonly owned: boolean;
  /** Undefined where another process serves the folder, or a worker that does not count them. */
  readonly writes: StoreWrites | undefined;
  /** Waits for the writes that were begun. Closing twice, or what is not owned, does nothing. */
  close(): Promise<void>;
}

/** Serves a folder that this process holds; where that fails the folder is let go again. */
export async function serveFolder(
  folder: string,
  lock: FolderLock,
  options: StoreOptions,
): Promise<OpenStore> {
  let socketPath: string | undefined;
  let worker: Worker | undefined;
  try {
    const left = readAddress(folder)?.socketPath;
    if (left !== undefined) removeSocket(folder, left);
    removeAddress(folder);
    const workerFile = findWorkerFile(folder);
    socketPath = process.platform === 'win32' ? undefined : placeSocket(folder);
    if (socketPath !== undefined && process.platform !== 'win32') removeStaleSocket(folder, socketPath);
    const port = options.loopback?.port ?? (socketPath === undefined ? 0 : undefined);
    const credentials: Credentials | undefined =
      port === undefined
        ? undefined
        : { user: 'cordon', password: options.loopback?.password ?? loopbackPassword(folder) };
    const counts = new WriteCounts();
    const input: WorkerInput = {
      folder,
      countsMemory: counts.memory,
      socketPath,
      loopback: port === undefined || !credentials ? undefined : { port, credentials },
    };
    worker = new Worker(workerFile, { workerData: input });
    const served = new ServedFolder(folder, socketPath, lock, worker, options);
    const { port: boundPort, countsWrites } = await served.ready;
    const local = socketPath === undefined ? undefined : socketUrl(socketPath);
    const loopback =
      boundPort === undefined || !credentials
        ? undefined
        : loopbackUrl(boundPort, credentials.user, credentials.password);
    const outside = socketPath !== undefined && !socketPath.startsWith(folder) ? { socketPath } : {};
    writeAddress(folder, { url: (local ?? loopback)!, pid: process.pid, ...outside });
    served.isServing = true;
    return {
      url: (loopback ?? local)!,
      owned: true,
      writes: countsWrites && {
        stateOf: (database, collections) =>
          served.hasEnded ? undefined : counts.stateOf(collections.map((name) => `${database}.${name}`)),
      },
      close: () => served.close(),
    };
  } catch (error) {
    // A worker that goes on would write to a folder that others may then open.
    await worker?.terminate();
    if (socketPath !== undefined) removeSocket(folder, socketPath);
    lock.release();
    throw error;
  }
}

/** A socket that a killed process left in the folder; one in a private folder is new. */
function removeStaleSocket(folder: string, socketPath: string): void {
  if (socketPath.startsWith(folder)) removeSocket(folder, socketPath);
}

type ReadyMessage = Extract<WorkerMessage, { readonly kind: 'ready' }>;

/** A running worker, and what to tidy up when it ends. */
class ServedFolder {
  /** The worker's message once it serves: its loopback port, if any, and whether it counts writes. */
  readonly ready: Promise<ReadyMessage>;
  private readonly ended: Promise<void>;
  private closing = false;
  private isReady = false;
  /** True once the worker has ended, however it did. */
  hasEnded = false;
  /** True once the opener of the store has it. */
  isServing = false;

  constructor(
    private readonly folder: string,
    private readonly socketPath: string | undefined,
    private readonly lock: FolderLock,
    private readonly worker: Worker,
    private readonly options: StoreOptions,
  ) {
    let failure: unknown;
    worker.on('error', (error) => (failure = error));
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'ready') {
          this.isReady = true;
          resolve(message);
        } else if (message.kind === 'rejected') reject(new StoreError(message.code, message.message));
      });
      worker.once('exit', () => reject(this.unexpectedEnd(failure)));
    });
    this.ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.hasEnded = true;
        if (this.isReady) this.tidy();
        if (this.isServing && !this.closing) this.options.onFailure?.(this.unexpectedEnd(failure));
        resolve();
      });
    });
  }

  close(): Promise<void> {
    if (!this.closing) {
      this.closing = true;
      this.worker.postMessage('close');
    }
    return this.ended;
  }

  private tidy(): void {
    removeAddress(this.folder);
    if (this.socketPath !== undefined) removeSocket(this.folder, this.socketPath);
    this.lock.release();
  }

  private unexpectedEnd(cause: unknown): StoreError {
    const reason = cause instanceof Error ? ` (${cause.message})` : '';
    return new StoreError(
      'STORE_FAILED',
      `The store in ${this.folder} ended unexpectedly${reason}: nothing that was acknowledged is lost, open it again.`,
      { cause },
    );
  }
}
