import type { TransferGraph } from '../../../subgraphs/attribution/tracing/graph/transferGraph';
import { timesOf, type Times } from './questions';

interface Transfer {
  readonly to: string;
  readonly at: number;
}

/**
 * The same question over what one would write first: a Map of wallet ids to arrays of transfers in the order of time, and
 * a Map of the earliest arrival of each wallet at each level. As many answers are compared as are asked.
 */
export function askBaseline(
  graph: TransferGraph,
  deposits: ReadonlySet<number>,
  { starts, maxHops }: { readonly starts: readonly number[]; readonly maxHops: number },
): { readonly maxHops: number; readonly times: Times; readonly reached: readonly number[] } {
  const transfers = plainGraph(graph);
  const ends = new Set([...deposits].map((wallet) => graph.wallets.idOf(wallet)));
  const hubs = new Set<string>();
  graph.busy.forEach((bit, wallet) => bit && hubs.add(graph.wallets.idOf(wallet)));
  const times: number[] = [];
  const reached: number[] = [];
  for (const wallet of starts) {
    const start = graph.wallets.idOf(wallet);
    const before = performance.now();
    reached.push(depositsFrom(transfers, { start, ends, hubs, maxHops }));
    times.push(performance.now() - before);
  }
  return { maxHops, times: timesOf(times), reached };
}

function plainGraph({ columns, wallets }: TransferGraph): Map<string, Transfer[]> {
  const transfers = new Map<string, Transfer[]>();
  for (let row = 0; row < columns.count; row++) {
    const from = wallets.idOf(columns.from[row] ?? 0);
    const transfer = { to: wallets.idOf(columns.to[row] ?? 0), at: columns.at[row] ?? 0 };
    const known = transfers.get(from);
    if (known) known.push(transfer);
    else transfers.set(from, [transfer]);
  }
  return transfers;
}

interface Question {
  readonly start: string;
  readonly ends: ReadonlySet<string>;
  readonly hubs: ReadonlySet<string>;
  readonly maxHops: number;
}

function depositsFrom(transfers: ReadonlyMap<string, readonly Transfer[]>, question: Question): number {
  const { start, ends, hubs, maxHops } = question;
  const reached = new Set<string>();
  const earliest = new Map([[start, -Infinity]]);
  let level = new Map([[start, -Infinity]]);
  if (ends.has(start)) return 1;
  for (let hop = 0; hop < maxHops && level.size > 0; hop++) {
    const next = new Map<string, number>();
    for (const [wallet, arrival] of level) {
      if (hubs.has(wallet) || ends.has(wallet)) continue;
      for (const { to, at } of transfers.get(wallet) ?? []) {
        if (at < arrival || (earliest.get(to) ?? Infinity) <= at || (next.get(to) ?? Infinity) <= at)
          continue;
        next.set(to, at);
        if (ends.has(to)) reached.add(to);
      }
    }
    for (const [wallet, at] of next) earliest.set(wallet, at);
    level = next;
  }
  return reached.size;
}
