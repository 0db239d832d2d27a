import { MultiDirectedGraph } from 'graphology';
import type { TransferGraph } from '../../../subgraphs/attribution/tracing/engine/graph/transferGraph';
import { timesOf, type Times } from './questions';

type Transfers = MultiDirectedGraph<object, { readonly at: number }>;

/**
 * The same question over a graph library: graphology, level by level, with the earliest arrival at each wallet. It may miss
 * what only a later arrival of fewer hops leads to, so that it can reach less than the engine, and never more.
 */
export function askBaseline(
  graph: TransferGraph,
  deposits: ReadonlySet<number>,
  { starts, maxHops }: { readonly starts: readonly number[]; readonly maxHops: readonly number[] },
): readonly { readonly maxHops: number; readonly times: Times; readonly reached: readonly number[] }[] {
  const transfers = libraryGraph(graph);
  const ends = new Set([...deposits].map((wallet) => graph.wallets.idOf(wallet)));
  const hubs = new Set<string>();
  graph.busy.forEach((bit, wallet) => bit && hubs.add(graph.wallets.idOf(wallet)));
  return maxHops.map((hops) => {
    const times: number[] = [];
    const reached: number[] = [];
    for (const wallet of starts) {
      const start = graph.wallets.idOf(wallet);
      const before = performance.now();
      reached.push(depositsFrom(transfers, { start, ends, hubs, maxHops: hops }));
      times.push(performance.now() - before);
    }
    return { maxHops: hops, times: timesOf(times), reached };
  });
}

function libraryGraph({ columns, wallets }: TransferGraph): Transfers {
  const transfers: Transfers = new MultiDirectedGraph();
  for (let wallet = 0; wallet < wallets.count; wallet++) transfers.addNode(wallets.idOf(wallet));
  for (let row = 0; row < columns.count; row++) {
    const from = wallets.idOf(columns.from[row] ?? 0);
    const to = wallets.idOf(columns.to[row] ?? 0);
    transfers.addDirectedEdge(from, to, { at: columns.at[row] ?? 0 });
  }
  return transfers;
}

interface Question {
  readonly start: string;
  readonly ends: ReadonlySet<string>;
  readonly hubs: ReadonlySet<string>;
  readonly maxHops: number;
}

function depositsFrom(transfers: Transfers, question: Question): number {
  const { start, ends, hubs, maxHops } = question;
  const reached = new Set<string>();
  const earliest = new Map([[start, -Infinity]]);
  let level = new Map([[start, -Infinity]]);
  if (ends.has(start)) return 1;
  for (let hop = 0; hop < maxHops && level.size > 0; hop++) {
    const next = new Map<string, number>();
    for (const [wallet, arrival] of level) {
      if (hubs.has(wallet) || ends.has(wallet)) continue;
      transfers.forEachOutEdge(wallet, (_, { at }, _from, to) => {
        if (at < arrival || (earliest.get(to) ?? Infinity) <= at || (next.get(to) ?? Infinity) <= at) return;
        next.set(to, at);
        if (ends.has(to)) reached.add(to);
      });
    }
    for (const [wallet, at] of next) earliest.set(wallet, at);
    level = next;
  }
  return reached.size;
}
