import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../shared/config/projectRoot';
import { openStore } from '@cordon/embedded-mongo';
import { eventRecords, ledgerEventModel, ledgerStore, verifyStore } from '@cordon/ledger';
import { connectMongo } from '../../../shared/mongo/connect';
import { eventOf } from '../../support/ledgerUp';
import { temporaryFolder } from '../../support/temporaryFolder';

/** Appends from four sides until the disk is full; prints how many events each append said were there. */
const filler = `
  const dist = (file) => require(${JSON.stringify(join(projectRoot(), 'dist'))} + '/shared/' + file);
  process.on('SIGXFSZ', () => undefined);
  (async () => {
    const store = await require('@cordon/embedded-mongo').openStore({ folder: process.argv[1] });
    const connection = await dist('mongo/connect.js').connectMongo({ url: store.url, database: 'x' });
    const model = require('@cordon/ledger').ledgerEventModel(connection);
    await dist('mongo/connect.js').createRecords(connection);
    const ledger = require('@cordon/ledger').ledgerStore(model);
    const acknowledged = [], rejections = [];
    const side = async (side) => {
      for (let n = 0; ; n++) {
        const events = Array.from({ length: 90 }, (_, i) => ({ happenedAt: '2024-01-01T00:00:00.000Z', type: 'NOTED', maker: 'm',
          payload: 'x'.repeat(2000), key: [side, n, i].join('-') }));
        try { for (const { event } of await ledger.append(events)) acknowledged.push([event.key, event.hash]); }
        catch (error) { rejections.push(error.code ?? error.message); return; }
      }
    };
    await Promise.all([0, 1, 2, 3].map(side));
    const head = await ledger.head();
    await connection.close();
    await store.close();
    console.log(JSON.stringify({ acknowledged, rejections, head }));
  })();
`;

it('a full disk rejects events, loses none that was acknowledged, and leaves a whole chain', async () => {
  const folder = temporaryFolder();
  const script = 'ulimit -f 8192; exec "$0" -e "$1" "$2"';
  const child = spawn('sh', ['-c', script, process.execPath, filler, folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (data) => (output += String(data)));
  await once(child, 'close');
  const seen = JSON.parse(output.trim().split('\n').at(-1)!) as {
    acknowledged: [string, string][];
    rejections: unknown[];
    head: { sequence: number };
  };
  expect(seen.rejections).toEqual([14031, 14031, 14031, 14031]);
  expect(seen.acknowledged.length).toBeGreaterThan(100);

  const store = await openStore({ folder });
  const connection = await connectMongo({ url: store.url, database: 'x' });
  const model = ledgerEventModel(connection);
  const found = await verifyStore(eventRecords(model), []);
  expect(found).toMatchObject({ ok: true, events: seen.head.sequence });
  const hashes = new Map(
    (await model.find({}, { key: 1, hash: 1 }).lean()).map(({ key, hash }) => [key, hash]),
  );
  expect(seen.acknowledged.filter(([key, hash]) => hashes.get(key) !== hash)).toEqual([]);
  // With free space again it goes on where it stopped.
  const [next] = await ledgerStore(model).append([eventOf('after')]);
  expect(next!.event).toMatchObject({ sequence: found.events + 1, previousHash: found.head });
  await connection.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
