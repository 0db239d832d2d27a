/**
 * Measures the embedded store, through mongoose with lean reads, as the subgraphs use it. `--json` prints one
 * JSON object in place of the table; `--documents N` sets the size of the large collection.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type OpenStore, openStore } from '@cordon/embedded-mongo';
import { numberOption } from './options';
import { machine, timed } from './timing';

const batchSize = 1000;
const rounds = 5;

interface Row {
  _id: string;
  wallet: string;
  block: number;
  amount: string;
  tags: string[];
  seen: Date;
}

interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
}

function row(n: number): Row {
  return {
    _id: `tx:${n.toString(36).padStart(8, '0')}`,
    wallet: `0x${((n * 2654435761) >>> 0).toString(16).padStart(40, '0')}`,
    block: n >> 3,
    amount: String(n * 1_000_003),
    tags: n % 3 === 0 ? ['deposit', 'hub'] : ['transfer'],
    seen: new Date(1_600_000_000_000 + n * 1000),
  };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

const schema = new mongoose.Schema<Row>(
  { _id: String, wallet: String, block: Number, amount: String, tags: [String], seen: Date },
  { autoIndex: false, versionKey: false },
);

type Model = mongoose.Model<Row>;

async function connect(store: OpenStore): Promise<Model> {
  const connection = await mongoose
    .createConnection(store.url, { dbName: 'bench', maxPoolSize: 16 })
    .asPromise();
  const model = connection.model<Row>('Transfer', schema);
  await model.createCollection();
  await model.collection.createIndexes([
    { key: { wallet: 1 }, name: 'wallet_1' },
    { key: { block: 1, seen: -1 }, name: 'block_1_seen_-1' },
  ]);
  return model;
}

async function benchInserts(model: Model, documents: number): Promise<number[]> {
  const rates: number[] = [];
  const perRound = Math.floor(documents / rounds);
  for (let round = 0; round < rounds; round++) {
    const ms = await timed(async () => {
      for (let from = round * perRound; from < (round + 1) * perRound; from += batchSize) {
        const rows = Array.from({ length: Math.min(batchSize, (round + 1) * perRound - from) }, (_, i) =>
          row(from + i),
        );
        await model.insertMany(rows, { lean: true, ordered: true });
      }
    });
    rates.push((perRound / ms) * 1000);
  }
  return rates;
}

async function benchPointReads(model: Model, documents: number): Promise<number[]> {
  const rates: number[] = [];
  const reads = 8000;
  for (let round = 0; round < rounds; round++) {
    let next = 0;
    const reader = async (): Promise<void> => {
      while (next < reads) {
        const { wallet } = row((next++ * 7919 + round) % documents);
        const found = await model.find({ wallet }).lean();
        if (found.length === 0) throw new Error(`no document of ${wallet}`);
      }
    };
    const ms = await timed(() => Promise.all(Array.from({ length: 32 }, reader)));
    rates.push((reads / ms) * 1000);
  }
  return rates;
}

async function benchIn(model: Model, documents: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 21; round++) {
    const ids = Array.from({ length: 1000 }, (_, i) => row((i * 7919 + round * 31) % documents)._id);
    let found = 0;
    times.push(await timed(async () => (found = (await model.find({ _id: { $in: ids } }).lean()).length)));
    if (found !== new Set(ids).size) throw new Error('an id was not found');
  }
  return times;
}

async function benchSingles(model: Model): Promise<number[]> {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let next = 0;
    const writer = async (): Promise<void> => {
      while (next < 2000) {
        const n = next++;
        await model.updateOne({ _id: row(n)._id }, { $set: { amount: `${round}` } });
      }
    };
    rates.push((2000 / (await timed(() => Promise.all(Array.from({ length: 32 }, writer))))) * 1000);
  }
  return rates;
}

/** Memory of the process without the pages of the data file, which the system takes back when it needs them. */
function ownMemory(): number {
  try {
    const line = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return Number(line?.[1] ?? 0) * 1024;
  } catch {
    return process.memoryUsage.rss();
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1048576);

async function main(): Promise<void> {
  const documents = numberOption('--documents', 200_000);
  const folder = mkdtempSync(join(tmpdir(), 'store-bench-'));
  const results: Result[] = [];
  try {
    let store = await openStore({ folder });
    const model = await connect(store);
    const add = (name: string, value: number, unit: string, target: string): void => {
      results.push({ name, value: Math.round(value * 10) / 10, unit, target });
    };
    add(
      'insert, batches of 1,000, two indexes',
      median(await benchInserts(model, documents)),
      'documents/s',
      '>= 20000',
    );
    const memoryAfterInserts = ownMemory();
    add(
      'indexed point reads, 32 under way',
      median(await benchPointReads(model, documents)),
      'reads/s',
      '>= 4000',
    );
    add('$in of 1,000 ids', median(await benchIn(model, documents)), 'ms', '<= 15');
    add('updateOne by _id, 32 under way', median(await benchSingles(model)), 'updates/s', '');
    add(
      'scan of all, streamed',
      (documents /
        (await timed(async () => {
          let n = 0;
          for await (const one of model.find().lean().cursor({ batchSize: 1000 }))
            n += one._id.length > 0 ? 1 : 0;
          if (n !== documents) throw new Error(`saw ${n} documents`);
        }))) *
        1000,
      'documents/s',
      '',
    );
    const memoryAfterScan = ownMemory();
    add(
      'build an index on a field in random order',
      documents /
        ((await timed(() => model.collection.createIndexes([{ key: { wallet: 1, amount: 1 } }]))) / 1000),
      'documents/s',
      '>= 60000',
    );
    await mongoose.disconnect();
    await store.close();
    const opened = await timed(async () => (store = await openStore({ folder })));
    add(`open with ${documents.toLocaleString('en')} documents`, opened, 'ms', '<= 1000 at 1M');
    await store.close();
    add('own memory after the inserts', megabytes(memoryAfterInserts), 'MB', '');
    add('own memory after the scan', megabytes(memoryAfterScan), 'MB', '');
    add('data file', megabytes(statSync(join(folder, 'data.mdb')).size), 'MB', '');
    print(documents, results);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(documents: number, results: readonly Result[]): void {
  const head = {
    bench: 'store',
    machine,
    node: process.version,
    mongoose: mongoose.version,
    documents,
    rounds,
  };
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ...head, results }));
    return;
  }
  console.log(
    `${machine}, Node ${process.version}, mongoose ${mongoose.version}, ${documents} documents; medians of ${rounds} rounds`,
  );
  for (const { name, value, unit, target } of results) {
    console.log(`${name.padEnd(42)} ${String(value).padStart(10)} ${unit.padEnd(12)} ${target}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
