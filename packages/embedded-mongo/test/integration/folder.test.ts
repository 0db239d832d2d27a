import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import type * as WorkerThreadsModule from 'node:worker_threads';
import type { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { open } from 'lmdb';
import { type OpenStore, openStore, type StoreOptions } from '../../src/openStore';
import { useStore } from '../../src/useStore';
import { MongoClient, temporaryFolder } from '../support/storeServer';

type WorkerThreads = typeof WorkerThreadsModule;

let folder: string;
const opened: OpenStore[] = [];
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<StoreOptions> = {}): Promise<OpenStore> {
  const store = await openStore({ folder, ...options });
  opened.push(store);
  return store;
}

async function within<T>(
  url: string,
  work: (client: InstanceType<typeof MongoClient>) => Promise<T>,
): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 2000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

describe('the data folder', () => {
  it('is made where it is missing, and holds a socket that only its owner may use', async () => {
    const nested = join(folder, 'a', 'b');
    const store = await start({ folder: nested });
    expect(statSync(nested).mode & 0o777).toBe(0o700);
    expect(statSync(join(nested, 'data.mdb')).mode & 0o777).toBe(0o600);
    const socket = statSync(join(nested, 'store.sock'));
    expect(socket.isSocket()).toBe(true);
    expect(socket.mode & 0o777).toBe(0o600);
    await within(store.url, (client) => client.db('x').command({ ping: 1 }));
    await store.close();
    expect(readdirSync(nested).sort()).toEqual(['data.mdb', 'data.mdb-lock', 'lock']);
  });

  it('may have a path of any length', async () => {
    const long = join(folder, 'p'.repeat(120));
    const store = await start({ folder: long });
    await within(store.url, (client) => client.db('x').collection('c').insertOne({ a: 1 }));
    const { socketPath } = JSON.parse(readFileSync(join(long, 'address.json'), 'utf8')) as {
      socketPath: string;
    };
    expect(statSync(socketPath).mode & 0o777).toBe(0o600);
    await store.close();
    expect(existsSync(socketPath)).toBe(false);
  });

  it('is served by one store at a time, which others may use', async () => {
    const store = await start();
    await expect(openStore({ folder })).rejects.toMatchObject({
      code: 'STORE_IN_USE',
      message: expect.stringContaining(folder),
    });
    const second = await useStore({ folder });
    expect(second).toMatchObject({ url: store.url, owned: false });
    await second.close();
    await within(second.url, (client) => client.db('x').collection('c').insertOne({ a: 1 }));
    await store.close();
    const third = await useStore({ folder });
    opened.push(third);
    expect(third.owned).toBe(true);
    expect(await within(third.url, (client) => client.db('x').collection('c').countDocuments())).toBe(1);
  });

  it('that is a file or may not be written is rejected in a sentence', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(openStore({ folder: file })).rejects.toMatchObject({
      code: 'STORE_FOLDER_UNUSABLE',
      message: expect.stringContaining(file),
    });
    if (process.getuid?.() === 0) return;
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    await expect(openStore({ folder: closed })).rejects.toMatchObject({ code: 'STORE_FOLDER_UNUSABLE' });
  });

  it('tells its owner where the worker ends', async () => {
    const failure = new Promise(
      (resolve) => void start({ onFailure: resolve }).then(({ url }) => endWorker(url)),
    );
    expect(await failure).toMatchObject({ code: 'STORE_FAILED', message: expect.stringContaining(folder) });
    await start();
  });
});

/**
 * Ends the worker by a message that only its own code can send, which stands for a failure. No command does.
 */
async function endWorker(url: string): Promise<void> {
  await within(url, (client) => client.db('x').command({ ping: 1 }));
  await workers[0]!.terminate();
}

const workers: Worker[] = [];
jest.mock('node:worker_threads', () => {
  const actual = jest.requireActual<WorkerThreads>('node:worker_threads');
  return {
    ...actual,
    Worker: class extends actual.Worker {
      constructor(...args: ConstructorParameters<typeof actual.Worker>) {
        super(...args);
        workers.unshift(this);
      }
    },
  };
});

describe('a damaged store', () => {
  const file = (): string => join(folder, 'data.mdb');

  async function fill(): Promise<void> {
    const store = await openStore({ folder });
    await within(store.url, (client) =>
      client
        .db('x')
        .collection('c')
        .insertMany(Array.from({ length: 3000 }, (_, n) => ({ n, text: 'x'.repeat(300) }))),
    );
    await store.close();
  }

  async function rejection(): Promise<unknown> {
    return openStore({ folder }).then(
      (store) => store.close(),
      (error: unknown) => {
        const { code, message } = error as { code: unknown; message: string };
        expect(message).toContain(folder);
        expect(message).not.toContain('\n');
        return code;
      },
    );
  }

  it('is rejected where its file is garbage, cut short, or overwritten', async () => {
    await fill();
    const copy = join(folder, 'copy');
    cpSync(file(), copy);
    writeFileSync(file(), Buffer.alloc(50_000, 'garbage'));
    expect(await rejection()).toBe('STORE_DAMAGED');
    for (const share of [0.001, 0.1, 0.5, 0.9]) {
      cpSync(copy, file());
      const descriptor = openSync(file(), 'r+');
      ftruncateSync(descriptor, Math.floor(statSync(copy).size * share));
      closeSync(descriptor);
      expect([share, await rejection()]).toEqual([share, 'STORE_DAMAGED']);
    }
    cpSync(copy, file());
    const descriptor = openSync(file(), 'r+');
    writeSync(descriptor, Buffer.alloc(100, 7), 0, 100, 0);
    closeSync(descriptor);
    expect(await rejection()).toBe('STORE_DAMAGED');
    cpSync(copy, file());
    expect(await rejection()).toBeUndefined();
  });

  it('of a newer format is rejected with its number', async () => {
    await fill();
    const root = open<Buffer, Buffer>(file(), {
      keyEncoding: 'binary',
      encoding: 'binary',
      overlappingSync: false,
    });
    await root.put(Buffer.from('\0\0\0\0format', 'latin1'), Buffer.from([99]));
    await root.close();
    expect(await rejection()).toBe('STORE_FORMAT_NEWER');
  });
});

/** Tells if a stranger who announces so many bytes is sent away before they come. */
function isCutOff(host: string, bytes: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(host.split(':')[1]), '127.0.0.1');
    const head = Buffer.alloc(16);
    head.writeInt32LE(bytes, 0);
    socket.write(head);
    const timer = setTimeout(() => {
      socket.destroy();
      resolve(false);
    }, 2000);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

describe('a loopback port', () => {
  it('asks for the password, and answers nothing but greetings without it', async () => {
    const store = await start({ loopback: { port: 0 } });
    expect(store.url).toMatch(/^mongodb:\/\/cordon:[0-9a-f]{48}@127\.0\.0\.1:\d+\//);
    await within(store.url, (client) => client.db('x').collection('c').insertOne({ a: 1 }));
    const { host } = new URL(store.url.replace('mongodb:', 'http:'));
    await within(`mongodb://${host}/?directConnection=true`, async (client) => {
      await client.db('x').command({ ping: 1 });
      for (const command of [
        { find: 'c' },
        { insert: 'c', documents: [{}] },
        { listDatabases: 1 },
        { dropDatabase: 1 },
      ]) {
        await expect(client.db('x').command(command)).rejects.toMatchObject({ code: 13 });
      }
    });
    expect(await isCutOff(host, 48_000_000)).toBe(true);
    const wrong = store.url.replace(/:[0-9a-f]{48}@/, `:${'0'.repeat(48)}@`);
    await expect(within(wrong, (client) => client.db('x').collection('c').findOne())).rejects.toMatchObject({
      code: 18,
    });
    const local = await useStore({ folder });
    expect(await within(local.url, (client) => client.db('x').collection('c').countDocuments())).toBe(1);
  });

  it('keeps its password over restarts, for its owner only', async () => {
    const passwordOf = (url: string): string => new URL(url.replace('mongodb:', 'http:')).password;
    const first = await start({ loopback: { port: 0 } });
    await first.close();
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    const second = await start({ loopback: { port: 0 } });
    expect(passwordOf(second.url)).toBe(passwordOf(first.url));
    await within(second.url, (client) => client.db('x').collection('c').insertOne({ a: 1 }));
    await second.close();
    writeFileSync(join(folder, 'password'), '');
    await expect(openStore({ folder, loopback: { port: 0 } })).rejects.toMatchObject({
      code: 'STORE_FOLDER_UNUSABLE',
      message: expect.stringContaining('password'),
    });
  });

  it('takes a password that is given, and keeps it nowhere', async () => {
    const password = 'p@ss:w/rd? #% of ours';
    const store = await start({ loopback: { port: 0, password } });
    expect(existsSync(join(folder, 'password'))).toBe(false);
    await within(store.url, (client) => client.db('x').collection('c').insertOne({ a: 1 }));
    const wrong = store.url.replace(encodeURIComponent(password), 'another password');
    await expect(within(wrong, (client) => client.db('x').collection('c').findOne())).rejects.toMatchObject({
      code: 18,
    });
  });

  it('that is taken is named', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as { port: number };
    await expect(openStore({ folder, loopback: { port } })).rejects.toMatchObject({
      code: 'STORE_PORT_IN_USE',
      message: expect.stringContaining(String(port)),
    });
    await new Promise((resolve) => blocker.close(resolve));
    await start({ loopback: { port } });
  });
});
