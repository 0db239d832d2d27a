import { tracePolicy } from '../tracePolicy';
import { adjacencyOf } from './adjacency';
import { busyWallets } from './busyWallets';
import type { CrossingColumns, CrossingFacts } from './crossingTable';
import { crossingsOf } from './crossings';
import { instantsOf } from './instants';
import { mergeRows } from './mergeRows';
import { sharedUint32 } from './sharedArrays';
import { continued, type RowBatch, RowBuffer } from './rowBuffer';
import type { TransferFacts, UtxoFacts } from './transferFacts';
import type { TransferColumns, TransferGraph, WalletNumbers } from './transferGraph';

/** A graph of plain facts, in the order of seq. */
export function buildGraph(facts: Iterable<TransferFacts | UtxoFacts | CrossingFacts>): TransferGraph {
  const buffer = new RowBuffer(null, 0);
  for (const fact of facts) {
    buffer.add(fact);
  }
  return mergeGraph(null, buffer.batch());
}

/** Merges the state before with the rows read since into the next state. */
export function mergeGraph(known: TransferGraph | null, batch: RowBatch): TransferGraph {
  return graphOfColumns({
    columns: mergeRows(known?.columns ?? null, batch),
    wallets: batch.wallets,
    assets: batch.assets,
    seq: batch.seq,
    crossings: joined(known?.crossings.columns, batch.crossings),
  });
}

/** Joins the known crossings with those read since. */
function joined(known: CrossingColumns | undefined, fresh: readonly CrossingFacts[]): CrossingColumns {
  const before = known?.seq.length ?? 0;
  const column = (name: keyof CrossingFacts) => {
    const all = sharedUint32(before + fresh.length);
    if (known) all.set(known[name]);
    all.set(
      fresh.map((crossing) => crossing[name]),
      before,
    );
    return all;
  };
  return { seq: column('seq'), inSeq: column('inSeq'), outSeq: column('outSeq') };
}

interface GraphFacts {
  readonly columns: TransferColumns;
  readonly wallets: WalletNumbers;
  readonly assets: readonly string[];
  readonly seq: number;
  readonly crossings: CrossingColumns;
}

/** A graph with what follows from its columns. */
export function graphOfColumns({ columns, wallets, assets, seq, crossings }: GraphFacts): TransferGraph {
  const out = adjacencyOf(columns, 'from', wallets.count);
  const received = adjacencyOf(columns, 'to', wallets.count);
  const busy = busyWallets({ columns, out, in: received }, wallets.count, tracePolicy.hubCounterparties);
  return {
    seq,
    wallets,
    assets,
    columns,
    out,
    in: received,
    busy,
    instants: instantsOf(columns),
    crossings: crossingsOf(columns, crossings),
  };
}

/** Returns a buffer for the rows after a state. */
export const bufferAfter = (graph: TransferGraph): RowBuffer => new RowBuffer(continued(graph), graph.seq);

export const emptyGraph = (): TransferGraph => buildGraph([]);
