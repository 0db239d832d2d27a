import { chmodSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Credentials } from './commands/authenticate';
import { createHandler } from './commands/registry';
import { removeExpired } from './commands/removeExpired';
import { Engine } from './engine/engine';
import { WriteCounts } from './engine/writeCounts';
import { StoreError, type StoreErrorCode } from './storeError';
import { serveConnection } from './wire/connection';

/** The message from the thread that opens a store to the one that serves it. */
export interface WorkerInput {
  readonly folder: string;
  /**
   * The path to listen at for those who may open the file; undefined where the system has no such sockets.
   */
  readonly socketPath: string | undefined;
  /** The memory of the counts of writes, which the opener reads. */
  readonly countsMemory: SharedArrayBuffer;
  /** The port to listen at for those who know the password. */
  readonly loopback: { readonly port: number; readonly credentials: Credentials } | undefined;
}

export type WorkerMessage =
  | {
      readonly kind: 'ready';
      readonly port: number | undefined;
      /** A worker that was built before there were counts does not say so: nothing is known of its writes. */
      readonly countsWrites?: true;
    }
  | { readonly kind: 'rejected'; readonly code: StoreErrorCode; readonly message: string }
  | { readonly kind: 'closed' };

const input = workerData as WorkerInput;
const sockets = new Set<Socket>();

async function serve(): Promise<void> {
  const engine = await Engine.open(input.folder, removeExpired, new WriteCounts(input.countsMemory));
  const servers: Server[] = [];
  let port: number | undefined;
  try {
    if (input.socketPath !== undefined) servers.push(await listenOnSocket(engine, input.socketPath));
    if (input.loopback) {
      const server = await listenOnLoopback(engine, input.loopback.port, input.loopback.credentials);
      servers.push(server);
      port = (server.address() as { port: number }).port;
    }
  } catch (error) {
    for (const server of servers) server.close();
    await engine.close();
    throw error;
  }
  parentPort!.once('message', () => void close(engine, servers));
  send({ kind: 'ready', port, countsWrites: true });
}

function send(message: WorkerMessage): void {
  parentPort!.postMessage(message);
}

async function close(engine: Engine, servers: readonly Server[]): Promise<void> {
  for (const server of servers) server.close();
  for (const socket of sockets) socket.destroy();
  await engine.close();
  if (input.socketPath !== undefined) rmSync(input.socketPath, { force: true });
  send({ kind: 'closed' });
  parentPort!.close();
}

function createMongoServer(engine: Engine, credentials: Credentials | undefined): Server {
  const handle = createHandler(engine, credentials);
  return createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(socket, credentials === undefined, handle);
  });
}

function listen(server: Server, options: { path: string } | { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The socket comes to its place with its mode already set: at no moment may others connect. */
async function listenOnSocket(engine: Engine, path: string): Promise<Server> {
  const server = createMongoServer(engine, undefined);
  const privateFolder = join(dirname(path), '.s');
  rmSync(privateFolder, { recursive: true, force: true });
  mkdirSync(privateFolder, { mode: 0o700 });
  const first = join(privateFolder, basename(path));
  await listen(server, { path: first });
  chmodSync(first, 0o600);
  renameSync(first, path);
  rmdirSync(privateFolder);
  return server;
}

async function listenOnLoopback(engine: Engine, port: number, credentials: Credentials): Promise<Server> {
  const server = createMongoServer(engine, credentials);
  try {
    await listen(server, { port, host: '127.0.0.1' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new StoreError(
      'STORE_PORT_IN_USE',
      `The port ${port} for the store in ${input.folder} ${code === 'EACCES' ? 'may not be used' : 'is in use'}: ` +
        'choose another port, or 0 for any that is free.',
    );
  }
  return server;
}

serve().catch((error: unknown) => {
  if (!(error instanceof StoreError)) throw error;
  send({ kind: 'rejected', code: error.code, message: error.message });
  parentPort!.close();
});
