import type { Logger } from '../../../../shared/logger/logger';
import { bufferAfter, emptyGraph, mergeGraph } from '../engine/graph/buildGraph';
import type { RowBuffer } from '../engine/graph/rowBuffer';
import type { TransferGraph } from '../engine/graph/transferGraph';
import { graphOf, partsOf } from '../engine/worker/graphParts';
import { matchesStore } from './matchesStore';
import type { SnapshotKeeper } from './snapshotKeeper';
import type { TracingThreads } from './tracingThreads';
import type { FeedPosition, TransferFeed } from './transferFeed.store';

/** States of so many rows are made at once where they are needed: it takes some 20 ms. Larger ones in a thread. */
const inlineRows = 100_000;

interface GraphStateParts {
  readonly feed: TransferFeed;
  readonly snapshots: SnapshotKeeper | null;
  readonly threads: TracingThreads;
  readonly logger: Logger;
}

/** A graph, and where the store was as it was made. */
export interface TransferState {
  readonly graph: TransferGraph;
  readonly position: FeedPosition;
}

/**
 * The graph as of the last look at the store. It was read from a snapshot and later records, or from the
 * store as a whole. A state is never changed; a look that finds more makes another.
 */
export class GraphState {
  /** The number of transfers and UTXO transactions read from the store since it was opened. */
  read = 0;
  /** The state of the last look; null before the first. */
  current: TransferState | null = null;
  private looking: Promise<TransferState> | null = null;

  constructor(private readonly parts: GraphStateParts) {}

  /** Resolves to a state that holds all that was published before the call. */
  async refresh(): Promise<TransferState> {
    // A look in progress may have begun before the call.
    await this.looking?.catch(() => undefined);
    this.looking ??= this.look().finally(() => (this.looking = null));
    return this.looking;
  }

  private async look(): Promise<TransferState> {
    const position = await this.parts.feed.position();
    const known = (await this.usable(position)) ?? emptyGraph();
    const graph = known.seq < position.seq ? await this.extended(known, position.seq) : known;
    const state = { graph, position };
    this.current = state;
    this.parts.snapshots?.offer(graph, position);
    return state;
  }

  /** The state from which the store's can be reached by adding to it: the last one, or a snapshot. Else null. */
  private async usable(position: FeedPosition): Promise<TransferGraph | null> {
    if (this.current) {
      const { graph, position: before } = this.current;
      const isSame = before.store === position.store && before.corrections === position.corrections;
      if (isSame && graph.seq <= position.seq) return graph;
      this.parts.logger.info(
        { seq: position.seq },
        'transfers were corrected or replaced: all are read again',
      );
      return null;
    }
    const read = await this.parts.snapshots?.read(position);
    if (!read) return null;
    if (read.seq <= position.seq && (await matchesStore(read, this.parts.feed))) return read;
    this.parts.logger.warn({}, 'a snapshot says something else than the store: all transfers are read again');
    return null;
  }

  private async extended(known: TransferGraph, seq: number): Promise<TransferGraph> {
    const buffer = bufferAfter(known);
    for await (const fact of this.parts.feed.between({ after: known.seq, upTo: seq })) {
      buffer.add(fact);
      this.read++;
    }
    return this.merged(known, buffer, seq);
  }

  private async merged(known: TransferGraph, buffer: RowBuffer, seq: number): Promise<TransferGraph> {
    const batch = buffer.batch(seq);
    if (known.columns.count + batch.count <= inlineRows) return mergeGraph(known, batch);
    const { wallets, ...columns } = batch;
    const question = { ...columns, wallets: wallets.parts };
    return graphOf(
      await this.parts.threads.ask({ ask: 'merge', graph: partsOf(known), question, deadlineMs: null }),
    );
  }
}
