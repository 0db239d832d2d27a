import type { Adjacency, TransferColumns, TransferGraph } from '../graph/transferGraph';
import type { Crossings } from '../graph/crossingTable';
import { type WalletParts, WalletTable } from '../graph/walletTable';

/** A graph as it goes from thread to thread: shared arrays, of which nothing is copied. */
export interface GraphParts {
  readonly seq: number;
  readonly wallets: WalletParts;
  readonly assets: readonly string[];
  readonly columns: TransferColumns;
  readonly out: Adjacency;
  readonly in: Adjacency;
  readonly busy: Uint8Array;
  readonly instants: Uint8Array;
  readonly crossings: Crossings;
}

export const partsOf = (graph: TransferGraph): GraphParts => ({
  seq: graph.seq,
  wallets: (graph.wallets as WalletTable).parts,
  assets: graph.assets,
  columns: graph.columns,
  out: graph.out,
  in: graph.in,
  busy: graph.busy,
  instants: graph.instants,
  crossings: graph.crossings,
});

export const graphOf = (parts: GraphParts): TransferGraph => ({
  ...parts,
  wallets: new WalletTable(parts.wallets),
});
