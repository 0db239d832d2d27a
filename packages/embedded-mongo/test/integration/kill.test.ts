import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore } from '../../src/openStore';
import { MongoClient, temporaryFolder } from '../support/storeServer';

/** Ten take some seconds; STORE_KILLS sets more for a long run. */
const kills = Number(process.env.STORE_KILLS ?? 4);
const root = process.cwd();

/** Opens the store and writes without end; says each acknowledged write. */
const writer = `
  const { openStore } = require(${JSON.stringify(join(root, 'packages/embedded-mongo/dist/index.js'))});
  const { MongoClient } = require(${JSON.stringify(join(root, 'node_modules/mongoose'))}).mongo;
  (async () => {
    const [folder, round] = process.argv.slice(1);
    const { url } = await openStore({ folder });
    const items = new MongoClient(url).db('x').collection('items');
    await items.createIndexes([{ key: { n: 1 }, name: 'n' }, { key: { tags: 1 }, name: 'tags' }]);
    console.log('ready');
    const lane = async (lane) => {
      for (let n = 0; ; n++) {
        const ids = Array.from({ length: 20 }, (_, i) => [round, lane, n, i].join('-'));
        await items.insertMany(ids.map((_id) => ({ _id, n: 0, tags: ['a', lane], text: 'x'.repeat(200) })));
        console.log('in ' + ids[0]);
        await items.updateOne({ _id: ids[0] }, { $set: { n: 1, tags: ['b'] } });
        console.log('up ' + ids[0]);
        await items.deleteOne({ _id: ids[1] });
        console.log('out ' + ids[1]);
      }
    };
    for (let i = 0; i < 4; i++) lane(i);
  })();
`;

interface Acknowledged {
  readonly inserted: Set<string>;
  readonly updated: Set<string>;
  readonly removed: Set<string>;
}

function writeUntilKilled(folder: string, round: number, told: Acknowledged): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', writer, folder, String(round)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let trouble = '';
    child.stderr.on('data', (data) => (trouble += String(data)));
    let ready = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [what, id] = line.split(' ') as [string, string];
      if (what === 'ready') {
        ready = true;
        setTimeout(() => child.kill('SIGKILL'), 30 + ((round * 97) % 200));
      } else if (what === 'in') told.inserted.add(id);
      else if (what === 'up') told.updated.add(id);
      else if (what === 'out') told.removed.add(id);
    });
    child.on('exit', () => (ready ? resolve() : reject(new Error(`the writer did not start: ${trouble}`))));
  });
}

it('a kill at any moment loses no acknowledged write, and leaves indexes that agree', async () => {
  const folder = temporaryFolder();
  const told: Acknowledged = { inserted: new Set(), updated: new Set(), removed: new Set() };
  for (let round = 0; round < kills; round++) await writeUntilKilled(folder, round, told);
  const store = await openStore({ folder });
  const client = new MongoClient(store.url);
  const items = client.db('x').collection<{ _id: string; n: number }>('items');
  const all = new Map((await items.find().toArray()).map((one) => [one._id, one]));
  expect(told.inserted.size).toBeGreaterThan(kills);
  expect([...told.inserted].filter((id) => !all.has(id))).toEqual([]);
  expect([...told.updated].filter((id) => all.get(id)?.n !== 1)).toEqual([]);
  expect([...told.removed].filter((id) => all.has(id))).toEqual([]);
  for (const hint of ['n', 'tags']) expect(await items.countDocuments({}, { hint })).toBe(all.size);
  const byTag = await items.countDocuments({ tags: { $in: ['a', 'b'] } });
  expect(byTag).toBe(all.size);
  await client.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}, 3_600_000);
