/**
 * Measures the ledger over the embedded store: durable appends in batches, single appends and commits by
 * concurrent writers, and the verification of a large ledger from a file and from the store. `--json` prints
 * one JSON object in place of the table; `--events N` sets the size of the verified ledger.
 */
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { type Connection } from 'mongoose';
import { openStore } from '@cordon/embedded-mongo';
import {
  checkpointSigner,
  checkpointStore,
  eventRecords,
  type EventRecords,
  type Ledger,
  ledgerCheckpointModel,
  ledgerEventModel,
  ledgerStore,
  lineOf,
  type Verification,
  verifyFile,
  verifyStore,
} from '@cordon/ledger';
import { type Head, genesis, type NewEvent } from '../../packages/ledger/src/ledgerEvent';
import { prepareEvent, sealEvent } from '../../packages/ledger/src/sealedEvent';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { numberOption } from './options';
import { machine, percentile, timed } from './timing';

interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
}

const results: Result[] = [];
const add = (name: string, value: number, unit: string, target = ''): void => {
  results.push({ name, value: Math.round(value * 100) / 100, unit, target });
};

/** As a freeze that was observed on a chain: some 470 bytes of text. */
function event(n: number): NewEvent {
  const address = `0x${((n * 2654435761) >>> 0).toString(16).padStart(40, '0')}`;
  return {
    happenedAt: new Date(1_600_000_000_000 + n * 1000).toISOString(),
    type: 'MEASURE_OBSERVED',
    maker: 'import:freezes',
    key: `freeze:${n}`,
    payload: {
      account: `tether:${address}`,
      block: 12_000_000 + (n >> 3),
      logIndex: n & 7,
      txHash: address.slice(2).padStart(64, '0'),
      source: { id: 'usdt', title: 'USDT control events', publisher: null },
    },
  };
}

/** Memory of the process without the pages of the data file, which the system takes back when it needs them. */
function ownMegabytes(): number {
  try {
    const line = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return Math.round(Number(line?.[1] ?? 0) / 1024);
  } catch {
    return Math.round(process.memoryUsage.rss() / 1048576);
  }
}

const batches = 40;
const batchSize = 500;

async function benchBatches(ledger: Ledger): Promise<void> {
  const rates: number[] = [];
  for (let round = 0; round < 3; round++) {
    const ms = await timed(async () => {
      for (let b = 0; b < batches; b++) {
        const from = (round * batches + b) * batchSize;
        await ledger.append(Array.from({ length: batchSize }, (_, i) => event(from + i)));
      }
    });
    rates.push(((batches * batchSize) / ms) * 1000);
  }
  add(`append, durable, batches of ${batchSize}`, percentile(rates, 0.5), 'events/s', '>= 5000');
}

const writers = 16;

/** Each writer waits for its event before it makes the next. */
async function benchSingles(
  name: string,
  target: string,
  write: (n: number, writer: number) => Promise<unknown>,
) {
  const times: number[] = [];
  const [warm, each] = [50, 300];
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let i = 0; i < warm; i++) await write(-1 - writer * warm - i, writer);
    }),
  );
  const total = await timed(() =>
    Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let i = 0; i < each; i++) times.push(await timed(() => write(writer * each + i, writer)));
      }),
    ),
  );
  add(`${name}, ${writers} writers, p50`, percentile(times, 0.5), 'ms');
  add(`${name}, ${writers} writers, p99`, percentile(times, 0.99), 'ms', target);
  add(`${name}, ${writers} writers`, (times.length / total) * 1000, 'events/s');
}

async function benchWriters(ledger: Ledger): Promise<void> {
  const single = (kind: string, n: number): NewEvent => ({ ...event(n), key: `${kind}:${n}` });
  await benchSingles('single append', '<= 25', (n) => ledger.append([single('one', n)]));
  const command = (kind: string, n: number) => {
    const { key = '', ...rest } = single(kind, n);
    return { key, decide: () => Promise.resolve(rest) };
  };
  await benchSingles('commit, accounts of their own', '<= 25', (n, writer) =>
    ledger.commit({ ...command('apart', n), scope: [`account-${writer}`] }),
  );
  await benchSingles('commit, all on one account', '', (n) => ledger.commit(command('same', n)));
}

/** Fills a ledger as fast as the store takes it: not through `append`, which is measured above. */
async function fill(events: EventRecords, size: number): Promise<void> {
  let head: Head = genesis;
  const at = new Date();
  for (let from = 0; from < size; from += 5_000) {
    const sealed = Array.from({ length: Math.min(5_000, size - from) }, (_, i) => {
      const next = sealEvent(prepareEvent(event(from + i)), head, at);
      head = next;
      return next;
    });
    await events.insert(sealed);
  }
}

async function* linesOf(events: EventRecords): AsyncGenerator<string> {
  for await (const batch of events.batches(0))
    yield batch.map((event) => (event ? `${lineOf(event)}\n` : '')).join('');
}

async function benchVerify(connection: Connection, folder: string, size: number): Promise<void> {
  const events = eventRecords(ledgerEventModel(connection));
  await fill(events, size);
  const signer = checkpointSigner('1'.repeat(64));
  const checkpoints = checkpointStore({
    ledger: 'bench',
    events,
    records: ledgerCheckpointModel(connection),
    keys: [signer.publicJwk],
  });
  const count = size.toLocaleString('en');
  const taken = await timed(() => checkpoints.take(signer, new Date()));
  add(`first checkpoint over ${count} events`, taken / 1000, 's');
  const latest = await checkpoints.latest();
  const signed = latest ? [latest] : [];
  const file = join(folder, 'ledger.jsonl');
  const exported = await timed(() => pipeline(Readable.from(linesOf(events)), createWriteStream(file)));
  add(`export of ${count} events (${Math.round(statSync(file).size / 1048576)} MB)`, exported / 1000, 's');
  const measure = async (name: string, target: string, verify: () => Promise<Verification>) => {
    const before = ownMegabytes();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, ownMegabytes())), 20);
    const ms = await timed(async () => {
      const found = await verify();
      if (!found.ok || found.events !== size) throw new Error(`${name}: ${JSON.stringify(found)}`);
    });
    clearInterval(watch);
    add(`verify ${count} events ${name}`, ms / 1000, 's', target);
    add(`  own memory before, and at most meanwhile: ${before}`, most, 'MB', 'flat');
  };
  await measure('from a file', '<= 6 at 1M', () => verifyFile(file, signed));
  await measure('from the store', '<= 12 at 1M', () => verifyStore(events, signed));
}

async function inDatabase(url: string, database: string, work: (connection: Connection) => Promise<void>) {
  const connection = await connectMongo({ url, database });
  ledgerEventModel(connection);
  ledgerCheckpointModel(connection);
  await createRecords(connection);
  await work(connection).finally(() => connection.close());
}

async function main(): Promise<void> {
  const size = numberOption('--events', 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'));
  try {
    const store = await openStore({ folder });
    await inDatabase(store.url, 'writes', async (connection) => {
      const ledger = ledgerStore(ledgerEventModel(connection));
      await benchBatches(ledger);
      await benchWriters(ledger);
    });
    await inDatabase(store.url, 'large', (connection) => benchVerify(connection, folder, size));
    await store.close();
    print(size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(events: number): void {
  const head = { bench: 'ledger', machine, node: process.version, mongoose: mongoose.version, events };
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ...head, results }));
    return;
  }
  console.log(`${machine}, Node ${process.version}, mongoose ${mongoose.version}, embedded store`);
  for (const { name, value, unit, target } of results)
    console.log(`${name.padEnd(52)} ${String(value).padStart(10)} ${unit.padEnd(9)} ${target}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
