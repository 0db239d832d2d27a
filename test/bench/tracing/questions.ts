import type { TransferGraph } from '../../../subgraphs/attribution/tracing/engine/graph/transferGraph';
import { reachDeposits } from '../../../subgraphs/attribution/tracing/engine/search/reach';

/** Percentiles in milliseconds. */
export interface Times {
  readonly queries: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (part: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0) * 1_000) / 1_000;
  return { queries: sorted.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}

export interface Asked {
  readonly maxHops: number;
  /** Of all, those that were cut included. */
  readonly all: Times;
  /** The same in time of the processor: what a machine with nothing else to do would show. */
  readonly processor: Times;
  /** The times of questions that began at a hub: they are answered at once. Not in `all`. */
  readonly fromHubs: Times;
  readonly cut: { readonly HUB_CUT: number; readonly BUDGET: number };
  readonly reachedMean: number;
  readonly rowsLookedAtMean: number;
}

/** Asks for the deposit wallets that funds of one wallet reached, wallet after wallet. */
export function askAll(
  graph: TransferGraph,
  marks: Uint8Array,
  { starts, maxHops, budget }: { starts: readonly number[]; maxHops: number; budget: number },
): Asked {
  const ordinary: number[] = [];
  const processor: number[] = [];
  const hubs: number[] = [];
  const cut = { HOP_LIMIT: 0, HUB_CUT: 0, BUDGET: 0 };
  let reached = 0;
  let looked = 0;
  for (const wallet of starts) {
    const question = {
      starts: [{ actor: 0, wallet, from: -Infinity, until: Infinity }],
      marks,
      maxHops,
      budget,
    };
    const used = process.cpuUsage();
    const before = performance.now();
    const answer = reachDeposits(graph, question);
    (graph.busy[wallet] ? hubs : ordinary).push(performance.now() - before);
    const { user, system } = process.cpuUsage(used);
    if (!graph.busy[wallet]) processor.push((user + system) / 1_000);
    if (answer.completeness !== 'COMPLETE') cut[answer.completeness]++;
    reached += answer.arrivals.length;
    looked += answer.examined;
  }
  return {
    maxHops,
    all: timesOf(ordinary),
    processor: timesOf(processor),
    fromHubs: timesOf(hubs),
    cut,
    reachedMean: reached / starts.length,
    rowsLookedAtMean: Math.round(looked / starts.length),
  };
}
