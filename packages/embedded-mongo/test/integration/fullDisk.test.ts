import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/openStore';
import { MongoClient, temporaryFolder } from '../support/storeServer';

const root = process.cwd();

/** Fills the store until a write is rejected, then goes on; prints what it saw. */
const filler = `
  const { openStore } = require(${JSON.stringify(join(root, 'packages/embedded-mongo/dist/index.js'))});
  const { MongoClient } = require(${JSON.stringify(join(root, 'node_modules/mongoose'))}).mongo;
  process.on('SIGXFSZ', () => undefined);
  (async () => {
    let failure;
    const store = await openStore({ folder: process.argv[1], onFailure: (error) => (failure = error.message) });
    const client = new MongoClient(store.url);
    const items = client.db('x').collection('items');
    await items.createIndexes([{ key: { n: 1 }, name: 'n' }]);
    const batch = (n) => Array.from({ length: 20 }, (_, i) => ({ _id: n * 20 + i, n, text: 'x'.repeat(5000) }));
    const count = async () => [await items.countDocuments(), await items.countDocuments({}, { hint: 'n' })];
    let kept = 0, code;
    while (code === undefined) await items.insertMany(batch(kept)).then(() => kept++, (error) => (code = error.code));
    const update = await items.updateMany({}, { $set: { text: 'y'.repeat(9000) } }).catch((error) => error.code);
    const full = await count();
    const changed = await items.countDocuments({ text: /^y/ });
    const removed = (await items.deleteMany({ n: { $lt: 5 } })).deletedCount;
    // What was freed may be used again by the transaction after the next.
    await items.insertMany(batch(0).map(({ _id, n }) => ({ _id, n })));
    const after = await count();
    await client.close();
    await store.close();
    console.log(JSON.stringify({ kept, code, update, changed, full, removed, after, failure }));
  })();
`;

interface Seen {
  readonly kept: number;
  readonly code: number;
  readonly update: number;
  readonly changed: number;
  readonly full: number[];
  readonly removed: number;
  readonly after: number[];
  readonly failure?: string;
}

/** The limit on a file's size, in blocks of 512 bytes, stands for the end of the disk. */
function fill(folder: string, blocks: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(
      'sh',
      ['-c', `ulimit -f ${blocks}; exec "$0" -e "$1" "$2"`, process.execPath, filler, folder],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    child.on('exit', () => resolve(output));
  });
}

describe('a disk that is full', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('rejects a write that does not fit, keeps what it held, and takes more when there is room', async () => {
    const output = await fill(folder, 8192);
    const seen = JSON.parse(output.trim().split('\n').at(-1)!) as Seen;
    expect(seen).toMatchObject({ code: 14031, update: 14031, removed: 100 });
    expect(seen.failure).toBeUndefined();
    expect(seen.kept).toBeGreaterThan(5);
    expect(seen.full).toEqual([seen.kept * 20, seen.kept * 20]);
    // Some documents may have been changed before the disk was full; none by half.
    expect(seen.changed).toBeLessThan(seen.kept * 20);
    const left = seen.kept * 20 - 100 + 20;
    expect(seen.after).toEqual([left, left]);
    const store = await openStore({ folder });
    const client = new MongoClient(store.url);
    expect(await client.db('x').collection('items').countDocuments()).toBe(left);
    await client.close();
    await store.close();
  });

  it('that has no room for the store at all is named in a sentence, and not called damage', async () => {
    expect(await fill(folder, 8)).toContain('its disk is full');
  });
});

it('a folder that cannot say where it is served is let go again', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'address.json.new'));
  await expect(openStore({ folder })).rejects.toMatchObject({ code: 'EISDIR' });
  rmSync(join(folder, 'address.json.new'), { recursive: true });
  const store = await openStore({ folder });
  const client = new MongoClient(store.url);
  await client.db('x').collection('items').insertOne({ a: 1 });
  await client.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
