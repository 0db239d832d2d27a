/**
 * Measures the tracing engine: searches, memory, loading. `--transfers N` sets the size (1,000,000), `--seed
 * N` the data, `--queries N` the number of each kind (10,000). `--json` prints one JSON object,
 * `--without-sweeps` omits taint, `--without-baseline` the graph library.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { readSnapshot, writeSnapshot } from '../../subgraphs/attribution/tracing/runtime/snapshotFile';
import type { TransferGraph } from '../../subgraphs/attribution/tracing/engine/graph/transferGraph';
import { marksOf } from '../../subgraphs/attribution/tracing/engine/search/marks';
import { tracePolicy } from '../../subgraphs/attribution/tracing/engine/tracePolicy';
import { benchSweeps } from './sweeps';
import { numberOption, option } from './options';
import { askBaseline } from './tracing/baseline';
import { generate, randomFrom } from './tracing/generate';
import { askAll } from './tracing/questions';

const megabyte = 2 ** 20;
const owner = { store: 1, corrections: 0 };

const resident = () => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().rss / megabyte;
};

async function main(): Promise<void> {
  const make = option('--make');
  const transfers = numberOption('--transfers', 1_000_000);
  const seed = numberOption('--seed', 1);
  if (make !== undefined) return makeSnapshot(make, transfers, seed);
  const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
  try {
    report(await measure(folder, { transfers, seed, queries: numberOption('--queries', 10_000) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Bench {
  readonly transfers: number;
  readonly seed: number;
  readonly queries: number;
}

async function measure(folder: string, { transfers, seed, queries }: Bench): Promise<object> {
  const file = join(folder, 'bench.transfers');
  const made = makeInAnotherProcess(file, transfers, seed);
  const before = resident();
  const used = process.cpuUsage();
  const started = performance.now();
  const graph = await readSnapshot(file, owner);
  if (!graph) throw new Error('there is no snapshot');
  const loadSeconds = (performance.now() - started) / 1_000;
  const loadCpu = process.cpuUsage(used);
  const loaded = resident();
  const bits = marksOf(graph, { custodial: made.deposits, services: [] });
  const starts = startsOf(graph, queries, seed);
  const budget = tracePolicy.budget;
  // Once before, so that the code is compiled.
  askAll(graph, bits, { starts: starts.slice(0, 200), maxHops: 6, budget });
  const searches = [3, 6].map((maxHops) => askAll(graph, bits, { starts, maxHops, budget }));
  const searched = resident();
  return {
    data: {
      transfers,
      wallets: graph.wallets.count,
      deposits: made.deposits.length,
      hubs: graph.busy.reduce((sum, bit) => sum + bit, 0),
      seed,
      generator: `seeded; weights by a power law, exponent 2.1; two years; ${made.seconds} s`,
    },
    searches,
    memory: {
      engineMb: Math.round(searched - before),
      afterLoadingMb: Math.round(loaded - before),
      processMb: Math.round(searched),
    },
    snapshot: {
      loadSeconds: round(loadSeconds),
      loadCpuSeconds: round((loadCpu.user + loadCpu.system) / 1e6),
      writeSeconds: made.writeSeconds,
      megabytes: Math.round(statSync(file).size / megabyte),
    },
    ...baselines(graph, made.deposits, starts),
    ...(process.argv.includes('--without-sweeps') ? {} : { sweeps: benchSweeps(graph) }),
    machine: {
      cpu: cpus()[0]?.model ?? '?',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      load: loadavg().map(round),
    },
    versions: { node: process.version, v8: process.versions.v8 },
  };
}

/** The number of questions for the library: it takes so much longer. */
const baselineQueries = 300;

/** Left out for what would not fit into the memory of one process. */
function baselines(graph: TransferGraph, deposits: readonly number[], starts: readonly number[]): object {
  if (graph.columns.count > 2_000_000 || process.argv.includes('--without-baseline')) return {};
  const few = starts.slice(-baselineQueries);
  const bits = marksOf(graph, { custodial: deposits, services: [] });
  const asked = askBaseline(graph, new Set(deposits), { starts: few, maxHops: [3, 6] });
  return {
    baseline: asked.map(({ maxHops, times, reached }) => {
      const engine = askAll(graph, bits, { starts: few, maxHops, budget: tracePolicy.budget });
      return {
        library: 'graphology',
        maxHops,
        times,
        engine: engine.all,
        medianRatio: round(times.p50 / engine.all.p50),
        reachedMean: reached.reduce((sum, count) => sum + count, 0) / reached.length,
        engineReachedMean: engine.reachedMean,
      };
    }),
  };
}

interface Made {
  readonly deposits: readonly number[];
  readonly seconds: number;
  readonly writeSeconds: number;
}

/**
 * Makes the data and writes it as a snapshot: in a process of its own, so that only the engine is measured.
 */
async function makeSnapshot(file: string, transfers: number, seed: number): Promise<void> {
  const { graph, deposits, seconds } = generate(transfers, seed);
  const started = performance.now();
  await writeSnapshot(file, graph, owner);
  const made: Made = {
    deposits,
    seconds: round(seconds),
    writeSeconds: round((performance.now() - started) / 1_000),
  };
  process.stdout.write(JSON.stringify(made));
}

function makeInAnotherProcess(file: string, transfers: number, seed: number): Made {
  const args = [__filename, '--make', file, '--transfers', String(transfers), '--seed', String(seed)];
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--max-old-space-size=8000', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Made;
}

/** Every hub, and wallets that sent something, each drawn from all of them. */
function startsOf(graph: TransferGraph, queries: number, seed: number): number[] {
  const random = randomFrom(seed + 1_000);
  const starts: number[] = [];
  graph.busy.forEach((bit, wallet) => bit && starts.push(wallet));
  const wanted = queries + starts.length;
  while (starts.length < wanted) {
    const wallet = Math.floor(random() * graph.wallets.count);
    if ((graph.out.starts[wallet + 1] ?? 0) > (graph.out.starts[wallet] ?? 0)) starts.push(wallet);
  }
  return starts;
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;

function report(result: object): void {
  console.log(JSON.stringify(result, null, process.argv.includes('--json') ? 0 : 2));
}

void main();
