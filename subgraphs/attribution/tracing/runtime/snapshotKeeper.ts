import type { Logger } from '../../../../shared/logger/logger';
import type { TransferGraph } from '../engine/graph/transferGraph';
import { readSnapshot, type SnapshotOwner, writeSnapshot } from './snapshotFile';

/** Below this many rows reading the store takes a second: no snapshot is worth its disk. */
const minRows = 10_000;

/** A snapshot is written again when so much of the state is new. */
const newPart = 0.05;

/** Keeps one snapshot file current, in the background. A snapshot that cannot be read or written costs time, never an answer. */
export class SnapshotKeeper {
  private writtenRows = 0;
  private writtenOwner = '';
  private newest: { readonly graph: TransferGraph; readonly owner: SnapshotOwner } | null = null;
  private writing: Promise<void> | null = null;

  constructor(
    private readonly file: string,
    private readonly logger: Logger,
  ) {}

  /** Returns the snapshot of this store; null where no usable one exists. */
  async read(owner: SnapshotOwner): Promise<TransferGraph | null> {
    try {
      const graph = await readSnapshot(this.file, owner);
      if (graph) this.noteWritten(graph, owner);
      return graph;
    } catch (error) {
      const why = (error as Error).message;
      this.logger.warn(
        { file: this.file, why },
        'a snapshot is not used, and the transfers are read from the store',
      );
      return null;
    }
  }

  /** A new state: written where enough is new. */
  offer(graph: TransferGraph, { store, corrections }: SnapshotOwner): void {
    this.newest = { graph, owner: { store, corrections } };
    const isNew = this.unwrittenRows() >= Math.max(minRows, graph.columns.count * newPart);
    if (isNew && !this.writing) this.writing = this.write().finally(() => (this.writing = null));
  }

  /** Writes what is not written yet, and ends. */
  async close(): Promise<void> {
    await this.writing;
    if (this.unwrittenRows() > 0 && (this.newest?.graph.columns.count ?? 0) >= minRows) await this.write();
    this.newest = null;
  }

  private unwrittenRows(): number {
    if (!this.newest) return 0;
    const { graph, owner } = this.newest;
    return ownerKey(owner) === this.writtenOwner
      ? graph.columns.count - this.writtenRows
      : graph.columns.count;
  }

  private async write(): Promise<void> {
    if (!this.newest) return;
    const { graph, owner } = this.newest;
    try {
      await writeSnapshot(this.file, graph, owner);
      this.noteWritten(graph, owner);
    } catch (error) {
      this.logger.warn({ err: error, file: this.file }, 'a snapshot of the transfers could not be written');
      // Tried again when as much again is new.
      this.noteWritten(graph, owner);
    }
  }

  private noteWritten(graph: TransferGraph, owner: SnapshotOwner): void {
    this.writtenRows = graph.columns.count;
    this.writtenOwner = ownerKey(owner);
  }
}

const ownerKey = ({ store, corrections }: SnapshotOwner) => `${store} ${corrections}`;
