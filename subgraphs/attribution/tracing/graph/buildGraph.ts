import { tracePolicy } from '../tracePolicy';
import { adjacencyOf } from './adjacency';
import { busyWallets } from './busyWallets';
import { instantsOf } from './instants';
import { mergeRows } from './mergeRows';
import { continued, type RowBatch, RowBuffer } from './rowBuffer';
import type { TransferFacts, UtxoFacts } from './transferFacts';
import type { TransferColumns, TransferGraph, WalletNumbers } from './transferGraph';

/** A graph of plain facts, in the order of seq. */
export function buildGraph(facts: Iterable<TransferFacts | UtxoFacts>): TransferGraph {
  const buffer = new RowBuffer(null, 0);
  for (const fact of facts) {
    if ('inputs' in fact) buffer.addUtxo(fact);
    else buffer.addTransfer(fact);
  }
  return mergeGraph(null, buffer.batch());
}

/** The state that follows another: everything that is known, and what was read since. */
export function mergeGraph(known: TransferGraph | null, batch: RowBatch): TransferGraph {
  return graphOfColumns({
    columns: mergeRows(known?.columns ?? null, batch),
    wallets: batch.wallets,
    assets: batch.assets,
    seq: batch.seq,
  });
}

interface GraphFacts {
  readonly columns: TransferColumns;
  readonly wallets: WalletNumbers;
  readonly assets: readonly string[];
  readonly seq: number;
}

/** A graph with what follows from its columns. */
export function graphOfColumns({ columns, wallets, assets, seq }: GraphFacts): TransferGraph {
  const out = adjacencyOf(columns, 'from', wallets.count);
  const received = adjacencyOf(columns, 'to', wallets.count);
  const busy = busyWallets({ columns, out, in: received }, wallets.count, tracePolicy.hubCounterparties);
  return { seq, wallets, assets, columns, out, in: received, busy, instants: instantsOf(columns) };
}

/** A buffer for what comes after a state. */
export const bufferAfter = (graph: TransferGraph): RowBuffer => new RowBuffer(continued(graph), graph.seq);

export const emptyGraph = (): TransferGraph => buildGraph([]);
