import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection, Connection } from 'mongoose';
import { type OpenStore, openStore } from '@cordon/embedded-mongo';
import { connectMongo } from '../../../shared/mongo/connect';
import { runCommand } from '../../support/runCommand';
import { temporaryFolder } from '../../support/runCordon';

/** As an auditor would: a ledger from the bundled case, exported, and then tampered with in every way. */
const folder = temporaryFolder();
const here = (name: string) => join(folder.path, name);
const dataDir = { CORDON_DATA_DIR: here('data') };
let lines: string[];
let store: OpenStore | undefined;
let database: Connection | undefined;

async function run(args: readonly string[], env: Record<string, string> = dataDir) {
  return runCommand(['ledger', ...args], env);
}

async function printed(args: readonly string[], env?: Record<string, string>): Promise<string> {
  const ran = await run(args, env);
  if (ran.code !== 0) throw new Error(`ledger ${args.join(' ')}: exit ${ran.code} ${ran.stderr}`);
  return ran.stdout;
}

async function verify(args: readonly string[], env?: Record<string, string>) {
  const ran = await run(['verify', ...args, '--json'], env);
  if (ran.stderr !== '') throw new Error(ran.stderr);
  const said = JSON.parse(ran.stdout) as {
    ok: boolean;
    events: number;
    head: string;
    firstBadSequence: number | null;
    reason: string;
    views?: object;
  };
  expect(ran.code).toBe(said.ok ? 0 : 1);
  return said;
}

async function verifyLines(changed: readonly string[], ...more: string[]) {
  const file = here('tampered.jsonl');
  writeFileSync(file, changed.map((line) => `${line}\n`).join(''));
  return verify(['--file', file, ...more]);
}

const withCheckpoint = ['--checkpoint', here('checkpoint')];

beforeAll(async () => {
  expect(await verify([])).toEqual({ ok: true, events: 0, head: null, firstBadSequence: null, reason: null });
  expect(await run(['checkpoint'])).toMatchObject({ code: 1, stderr: expect.stringContaining('empty') });
  const imported = await runCommand(['import', 'case', 'cases/dprk-2023'], dataDir);
  expect(imported.stderr).toBe('');
  lines = (await printed(['export'])).trimEnd().split('\n');
  writeFileSync(here('checkpoint'), await printed(['checkpoint']));
  // From here on it is open, as a server has it: each command that opens it would begin a thread of its own.
  store = await openStore({ folder: here('data') });
  database = await connectMongo({ url: store.url, database: 'cordon_enforcement' });
});
afterAll(async () => {
  await database?.close();
  await store?.close();
  folder.remove();
});

it('the exported file, the store and the checkpoint say the same', async () => {
  const stored = await verify([]);
  expect(stored).toMatchObject({ ok: true, events: lines.length });
  expect(lines.length).toBeGreaterThan(10);
  expect(await verifyLines(lines, ...withCheckpoint)).toEqual(stored);
  expect(await verify(withCheckpoint)).toEqual(stored);
  const text = await run(['verify']);
  expect([text.code, text.stdout]).toEqual([0, `ok: ${lines.length} events, head ${stored.head}\n`]);
});

it('a removed tail, two exchanged events, an edited one, and nothing at all are found', async () => {
  const middle = lines.length >> 1;
  const exchanged = [...lines];
  [exchanged[middle], exchanged[middle + 1]] = [lines[middle + 1]!, lines[middle]!];
  const tampered: [string[], number][] = [
    [lines.slice(0, -1), lines.length],
    [[], 1],
    [exchanged, middle + 1],
    [lines.map((line, n) => (n === middle ? line.replace('import:', 'imports:') : line)), middle + 1],
  ];
  for (const [changed, sequence] of tampered) {
    const said = await verifyLines(changed, ...withCheckpoint);
    expect(said).toMatchObject({ ok: false, firstBadSequence: sequence });
    expect(said.reason).not.toBe('');
  }
  const text = await run(['verify', '--file', here('tampered.jsonl')]);
  expect([text.code, text.stdout]).toEqual([1, expect.stringMatching(/^NOT ok: event \d+ was edited/)]);
});

it('another ledger, whole in itself, does not pass for this one; nor does its own checkpoint count here', async () => {
  const other = { CORDON_DATA_DIR: here('other') };
  expect((await runCommand(['import', 'case', 'cases/dprk-2023'], other)).code).toBe(0);
  writeFileSync(here('other.jsonl'), await printed(['export'], other));
  writeFileSync(here('other.checkpoint'), await printed(['checkpoint'], other));
  expect(await verify(['--file', here('other.jsonl')])).toMatchObject({ ok: true });
  expect(await verify(['--file', here('other.jsonl'), ...withCheckpoint])).toMatchObject({ ok: false });
  const resigned = await verify(['--file', here('other.jsonl'), '--checkpoint', here('other.checkpoint')]);
  expect(resigned).toMatchObject({ ok: false, reason: expect.stringContaining('not known here') });
});

it('a checkpoint that was edited does not count', async () => {
  const checkpoint = readFileSync(here('checkpoint'), 'utf8');
  writeFileSync(here('changed'), checkpoint.replace(/\n\d+\n/, '\n1\n'));
  expect(await verify(['--checkpoint', here('changed')])).toMatchObject({
    ok: false,
    reason: expect.stringContaining('does not count'),
  });
});

it('one event is proved offline, by only the public key', async () => {
  const elsewhere = { CORDON_DATA_DIR: here('nothing') };
  writeFileSync(here('proof'), await printed(['prove', '7', '--checkpoint', here('checkpoint')]));
  writeFileSync(here('key'), await printed(['key']));
  const byKey = ['--key', here('key')];
  const ok = { ok: true, events: 1 };
  expect(await verify(['--proof', here('proof'), ...withCheckpoint, ...byKey], elsewhere)).toMatchObject(ok);
  expect(await verify(['--proof', here('proof'), ...byKey], elsewhere)).toMatchObject(ok);
  expect(await verify(['--proof', here('proof'), ...withCheckpoint], elsewhere)).toMatchObject({ ok: false });
  const proof = JSON.parse(readFileSync(here('proof'), 'utf8')) as { event: string; path: string[] };
  expect(proof.event).toBe(lines[6]);
  for (const changed of [
    { ...proof, event: proof.event.replace('import:', 'imports:') },
    { ...proof, path: proof.path.slice(1) },
  ]) {
    writeFileSync(here('proof'), JSON.stringify(changed));
    expect(await verify(['--proof', here('proof'), ...withCheckpoint, ...byKey], elsewhere)).toMatchObject({
      ok: false,
    });
  }
  expect(await run(['prove', String(lines.length + 1)])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not among them'),
  });
});

it('a checkpoint of a key that was retired counts, and of one that was not does not', async () => {
  const { x } = JSON.parse(await printed(['key'])) as { x: string };
  const elsewhere = (retired: string) => ({
    CORDON_DATA_DIR: here('nothing'),
    CORDON_LEDGER_RETIRED_KEYS: retired,
  });
  const file = ['--file', here('lines.jsonl'), ...withCheckpoint];
  writeFileSync(here('lines.jsonl'), lines.map((line) => `${line}\n`).join(''));
  expect(await verify(file, elsewhere(x))).toMatchObject({ ok: true, events: lines.length });
  const unknown = await verify(file, elsewhere(`${x.startsWith('A') ? 'B' : 'A'}${x.slice(1)}`));
  expect(unknown).toMatchObject({ ok: false, reason: expect.stringContaining('not known here') });
  expect(await run(['verify'], elsewhere('short'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('CORDON_LEDGER_RETIRED_KEYS'),
  });
});

/** Works on a collection of the database as somebody who may write to it can. */
const inCollection = <Result>(name: string, work: (rows: Collection) => Promise<Result>): Promise<Result> =>
  work(database!.collection(name));

const inLedger = (work: (events: Collection) => Promise<unknown>) => inCollection('ledger', work);

it('a row that was deleted from a view is named, and a rebuild brings it back', async () => {
  const id = String((await inCollection('measures', (rows) => rows.findOneAndDelete({})))?._id);
  expect(await verify([])).toMatchObject({
    ok: false,
    events: lines.length,
    firstBadSequence: null,
    reason: expect.stringContaining(`measures ${id} (MISSING)`),
    views: {
      total: 1,
      differences: [{ view: 'measures', id, difference: 'MISSING' }],
      omitted: [],
      behind: [],
    },
  });
  expect((await run(['rebuild'])).code).toBe(1);
  expect(await verify([])).toMatchObject({ ok: true });
});

it('views that another version made, and views that are behind, are named and not called whole', async () => {
  const cursor = { _id: 'measures' as never };
  const behind = { sequence: 5, hash: lines[4]?.slice(-66, -2) };
  const set = (of: object, to: object) =>
    inCollection('view_cursors', (cursors) => cursors.findOneAndUpdate(of, { $set: to }));
  const before = await set(cursor, behind);
  const venues = await set({ _id: 'venues' }, { version: 1 });
  expect(await verify([])).toMatchObject({
    ok: true,
    views: { total: 0, omitted: ['venues'], behind: [{ view: 'measures', sequence: 5 }] },
  });
  const { code, stdout } = await run(['verify']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^views not compared: venues: another version/m);
  expect(stdout).toMatch(/^views behind the head: measures \(up to event 5\)/m);
  await set(cursor, { sequence: before?.['sequence'], hash: before?.['hash'] });
  await set({ _id: 'venues' }, { version: venues?.['version'] });
  expect(await verify([])).not.toHaveProperty('views');
});

it('an edited event is neither signed, proved nor exported without an error', async () => {
  const text = { $replaceOne: { input: '$text', find: 'import:', replacement: 'imports:' } };
  await inLedger((events) => events.updateOne({ _id: 7 as never }, [{ $set: { text } }]));
  const damaged = { code: 1, stderr: expect.stringMatching(/event 7 was edited/) };
  for (const args of [['checkpoint'], ['prove', '7']])
    expect(await run(args)).toMatchObject({ ...damaged, stdout: '' });
  expect(await run(['export'])).toMatchObject(damaged);
  const back = { $replaceOne: { input: '$text', find: 'imports:', replacement: 'import:' } };
  await inLedger((events) => events.updateOne({ _id: 7 as never }, [{ $set: { text: back } }]));
  expect(await verify([])).toMatchObject({ ok: true });
});

it('the views equal a rebuild', async () => {
  const ran = await run(['rebuild', '--json']);
  expect([ran.code, JSON.parse(ran.stdout)]).toEqual([0, expect.objectContaining({ differences: 0 })]);
});

it.each([
  ['its tail', 5],
  ['all its events', 0],
])('without its checkpoints, a ledger that lost %s is neither signed nor holds', async (_, last) => {
  await inCollection('ledger_checkpoints', (checkpoints) => checkpoints.deleteMany({}));
  const lost = { _id: { $gt: last as never } };
  const events = await inCollection('ledger', (stored) => stored.find(lost).toArray());
  await inLedger((stored) => stored.deleteMany(lost));
  const damaged = { code: 1, stdout: '', stderr: expect.stringMatching(/its tail was removed/) };
  for (const args of [['checkpoint'], ['prove', '3'], ['rebuild']])
    expect(await run(args)).toMatchObject(damaged);
  expect(await run(['export'])).toMatchObject({ code: 1, stderr: damaged.stderr });
  expect(await inCollection('ledger_checkpoints', (stored) => stored.countDocuments())).toBe(0);
  expect(await verify([])).toMatchObject({ ok: false, firstBadSequence: last + 1 });
  await inLedger((stored) => stored.insertMany(events));
  expect(await verify([])).toMatchObject({ ok: true });
});

it.each([
  [['verify', '--file', 'no-such-file'], 1, /cannot be read \(ENOENT\)/],
  [['verify', '--checkpoint', 'no-such-file'], 1, /cannot be read \(ENOENT\)/],
  [['verify', '--file', 'package.json', '--key', 'package.json'], 1, /not a public key/],
  [['verify', '--file', 'a', '--proof', 'b'], 2, /one of them/],
  [['prove', '0'], 2, /a sequence is/],
])('ledger %j: a line on stderr, exit %i', async (args, code, says) => {
  const ran = await run(args);
  expect([ran.code, ran.stdout]).toEqual([code, '']);
  expect(ran.stderr).toMatch(says);
});
