import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenStore, openStore } from '@cordon/embedded-mongo';
import { connectGateway, type GatewayStore } from '../../../gateway/store/gatewayStore.store';
import { runCommand } from '../../support/runCommand';
import { temporaryFolder } from '../../support/runCordon';

/** As an auditor would: a log of restricted reads, signed, given away, and then tampered with. */
const folder = temporaryFolder();
const here = (name: string) => join(folder.path, name);
const env = { CORDON_DATA_DIR: here('data') };

let store: OpenStore;
let gateway: GatewayStore;
beforeAll(async () => {
  // It is open, as a server has it: each command that opens it would begin a thread of its own.
  store = await openStore({ folder: here('data') });
  gateway = await connectGateway({ mongoUrl: store.url, databasePrefix: 'cordon' });
});
afterAll(async () => {
  await gateway.close();
  await store.close();
  folder.remove();
});

const run = (args: readonly string[]) => runCommand(['ledger', ...args, '--ledger', 'reads'], env);

async function printed(args: readonly string[], file: string): Promise<string> {
  const ran = await run(args);
  if (ran.code !== 0) throw new Error(`ledger ${args.join(' ')}: exit ${ran.code} ${ran.stderr}`);
  writeFileSync(here(file), ran.stdout);
  return here(file);
}

async function verify(...args: string[]) {
  const ran = await run(['verify', ...args, '--json']);
  const found = JSON.parse(ran.stdout) as { ok: boolean };
  expect(ran.code).toBe(found.ok ? 0 : 1);
  return found;
}

const append = (count: number) =>
  gateway.reads.append(
    Array.from({ length: count }, (_, n) => ({
      happenedAt: '2026-01-01T00:00:00.000Z',
      type: 'READ',
      maker: 'somebody',
      payload: { issuer: 'i', subject: 'somebody', operationHash: '', records: [`Account:${n}`] },
    })),
  );

it('is signed, exported, proved and verified against a checkpoint that was kept elsewhere', async () => {
  expect(await run(['checkpoint'])).toMatchObject({ code: 1, stderr: expect.stringContaining('empty') });
  await append(5);
  const checkpoint = await printed(['checkpoint'], 'checkpoint');
  const lines = await printed(['export'], 'lines.jsonl');
  expect(await verify('--checkpoint', checkpoint)).toMatchObject({ ok: true, events: 5 });
  expect(await verify('--file', lines, '--checkpoint', checkpoint)).toMatchObject({ ok: true, events: 5 });
  const proof = await printed(['prove', '3'], 'proof');
  expect(await verify('--proof', proof, '--checkpoint', checkpoint)).toMatchObject({ ok: true, events: 1 });
  expect((await run(['key', '--vkey'])).stdout).toMatch(/^cordon\/reads\+/);
});

it('does not count for the ledger of enforcement', async () => {
  const ran = await runCommand(['ledger', 'verify', '--checkpoint', here('checkpoint')], env);
  expect([ran.code, ran.stdout]).toEqual([1, expect.stringContaining('it is of the ledger reads')]);
});

it.each([
  ['its tail', 4],
  ['all its entries', 1],
])('a log that lost %s is not whole by a checkpoint from elsewhere, and is not signed', async (_, first) => {
  const lost = { _id: { $gte: first as never } };
  const events = gateway.connection.collection('ledger');
  const removed = await events.find(lost).toArray();
  await events.deleteMany(lost);
  expect(await verify('--checkpoint', here('checkpoint'))).toMatchObject({
    ok: false,
    firstBadSequence: first,
    reason: expect.stringContaining('its tail was removed'),
  });
  for (const args of [['checkpoint'], ['export']])
    expect(await run(args)).toMatchObject({ code: 1, stderr: expect.stringContaining('removed') });
  await events.insertMany(removed);
  expect(await verify('--checkpoint', here('checkpoint'))).toMatchObject({ ok: true });
});

it('a row that was edited is named, and made anew', async () => {
  const { connection, readRows } = gateway;
  await readRows.catchUp();
  await connection
    .collection<{ _id: number }>('reads')
    .updateOne({ _id: 2 }, { $set: { subject: 'nobody' } });
  expect(await verify()).toMatchObject({
    ok: false,
    firstBadSequence: 2,
    reason: expect.stringContaining('the row of event 2 of the read log was edited'),
  });
  expect(await run(['rebuild', '--json'])).toMatchObject({ code: 1, stdout: '{"rows":5,"differences":1}\n' });
  expect(await verify()).toMatchObject({ ok: true, events: 5 });
});

it('a log whose rows know more is not whole, without any checkpoint', async () => {
  const { connection, readRows } = gateway;
  await readRows.catchUp();
  await connection.collection('ledger_checkpoints').deleteMany({});
  await connection.collection('ledger').deleteOne({ _id: 5 as never });
  expect(await verify()).toMatchObject({ ok: false, firstBadSequence: 5 });
  expect(await run(['checkpoint'])).toMatchObject({ code: 1, stdout: '' });
});
