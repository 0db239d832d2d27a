import { RowBuffer } from '../../../subgraphs/attribution/tracing/engine/graph/rowBuffer';
import { mergeGraph } from '../../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import type { TransferGraph } from '../../../subgraphs/attribution/tracing/engine/graph/transferGraph';

/** A generator of pseudo-random numbers from 0 to 1 that starts anew from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ether = 'eip155:1/slip44:60';
const twoYears = 2 * 365 * 24 * 3_600_000;
const begin = Date.UTC(2022, 0, 1);
const exponent = 2.1;

export const walletId = (n: number): string => `eip155:1:0x${n.toString(16).padStart(40, '0')}`;

export interface Generated {
  readonly graph: TransferGraph;
  readonly deposits: readonly number[];
  readonly seconds: number;
}

/**
 * Generates transfers of one asset over two years, in the order of time, as an import brings them. There are
 * a fifth as many wallets. Their degrees follow a power law with exponent 2.1: each end of a transfer is a
 * wallet drawn by its weight. `deposits` of the wallets take deposits: drawn from all, whatever their degree.
 */
export function generate(transfers: number, seed: number, deposits = 1_000): Generated {
  const started = performance.now();
  const random = randomFrom(seed);
  const wallets = Math.max(2, Math.floor(transfers / 5));
  const draw = drawByWeight(wallets, random);
  const buffer = new RowBuffer(null, 0);
  for (let i = 0; i < transfers; i++) {
    const from = draw();
    let to = draw();
    while (to === from) to = draw();
    buffer.addTransfer({
      seq: i + 1,
      at: begin + Math.floor((i / transfers) * twoYears),
      fromId: walletId(from),
      toId: walletId(to),
      asset: ether,
      // From a thousandth of an ether to a thousand, in wei.
      amount: `${1 + Math.floor(10 ** (random() * 6))}${String(Math.floor(random() * 1e15)).padStart(15, '0')}`,
    });
  }
  const graph = mergeGraph(null, buffer.batch());
  const chosen = new Set<number>();
  while (chosen.size < Math.min(deposits, wallets)) {
    const wallet = graph.wallets.numberOf(walletId(Math.floor(random() * wallets)));
    if (wallet !== undefined) chosen.add(wallet);
  }
  return { graph, deposits: [...chosen], seconds: (performance.now() - started) / 1_000 };
}

/** Wallets by weights w ~ u^(-1 / (exponent - 1)): alias-free, by a search in the cumulative weights. */
function drawByWeight(wallets: number, random: () => number): () => number {
  const cumulative = new Float64Array(wallets);
  let sum = 0;
  for (let wallet = 0; wallet < wallets; wallet++) {
    sum += Math.min((1 - random()) ** (-1 / (exponent - 1)), wallets);
    cumulative[wallet] = sum;
  }
  return () => {
    const at = random() * sum;
    let low = 0;
    let high = wallets - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cumulative[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
