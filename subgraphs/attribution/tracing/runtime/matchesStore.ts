import { amountOf } from '../engine/graph/amounts';
import type { CrossingFacts } from '../engine/graph/crossingTable';
import type { TransferFacts, UtxoFacts } from '../engine/graph/transferFacts';
import type { TransferGraph } from '../engine/graph/transferGraph';
import type { TransferFeed } from './transferFeed.store';

/** So many rows are compared: a store that was put back and written on differs in the newest, another one everywhere. */
const samples = 16;

/**
 * Tells if a snapshot agrees with the store: by the newest row, some of the others, and the newest crossing.
 */
export async function matchesStore(graph: TransferGraph, feed: TransferFeed): Promise<boolean> {
  for (const row of sampledRows(graph)) {
    const seq = graph.columns.seq[row] ?? 0;
    const found = await factAt(seq, feed);
    if (!found || 'inSeq' in found || !rowMatches(graph, row, found)) return false;
  }
  return newestCrossingMatches(graph, feed);
}

async function factAt(
  seq: number,
  feed: TransferFeed,
): Promise<TransferFacts | UtxoFacts | CrossingFacts | null> {
  const found: (TransferFacts | UtxoFacts | CrossingFacts)[] = [];
  for await (const fact of feed.between({ after: seq - 1, upTo: seq })) found.push(fact);
  return found[0] ?? null;
}

async function newestCrossingMatches({ crossings }: TransferGraph, feed: TransferFeed): Promise<boolean> {
  const { seq, inSeq, outSeq } = crossings.columns;
  const newest = seq.at(-1);
  if (newest === undefined) return true;
  const found = await factAt(newest, feed);
  return found !== null && 'inSeq' in found && found.inSeq === inSeq.at(-1) && found.outSeq === outSeq.at(-1);
}

/** Rows that the store can be asked for by their seq: transfers, and the first rows of UTXO transactions. */
function sampledRows({ columns }: TransferGraph): Set<number> {
  const { count, seq, transaction } = columns;
  let newest = -1;
  for (let row = 0; row < count; row++) {
    const first = transaction[row] ?? -1;
    if ((first < 0 || first === row) && (newest < 0 || (seq[row] ?? 0) > (seq[newest] ?? 0))) newest = row;
  }
  const rows = new Set(newest < 0 ? [] : [newest]);
  for (let i = 0; i < samples; i++) {
    const row = Math.floor((i * count) / samples);
    const first = transaction[row] ?? -1;
    if (row < count) rows.add(first < 0 ? row : first);
  }
  return rows;
}

function rowMatches(
  { columns, wallets, assets }: TransferGraph,
  row: number,
  fact: TransferFacts | UtxoFacts,
): boolean {
  const idOf = (wallet: number | undefined) =>
    wallet === undefined || wallet < 0 ? null : wallets.idOf(wallet);
  const [from, to, amount] = 'inputs' in fact ? endsOfFirst(fact) : [fact.fromId, fact.toId, fact.amount];
  return (
    columns.at[row] === fact.at &&
    assets[columns.asset[row] ?? 0] === fact.asset &&
    idOf(columns.from[row]) === from &&
    idOf(columns.to[row]) === to &&
    amountOf(columns.amounts, row) === BigInt(amount)
  );
}

/**
 * Returns the ends of the first row of a UTXO transaction: its first input, or without one its first output.
 */
function endsOfFirst({
  inputs,
  outputs,
}: UtxoFacts): readonly [string | null, string | null, bigint | string] {
  const [input] = inputs;
  return input
    ? [input.walletId, null, input.amount]
    : [null, outputs[0]?.walletId ?? null, outputs[0]?.amount ?? 0n];
}
