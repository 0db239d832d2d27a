import type { Collection, Connection } from 'mongoose';
import { chunksOf, maxBatchSize } from '../../../shared/batch/chunks';
import type { ProjectedRow } from './projection';
import type { Projection } from './projection';
import type { ProjectionCursorRecord } from './projectionCursor.record';
import { replaceOlder, writeNew } from './writeNewer.store';

/** A row with whether it was there before: what is new is written first. */
export interface RowToWrite {
  readonly row: ProjectedRow;
  readonly isNew: boolean;
}

/** The last event that views reflect. */
export interface ReflectedEvent {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * A move of cursors by a process that has projected every event behind `after`. A cursor that is before it was removed or set
 * back meanwhile, so that its view is made anew: it stays where it is.
 */
export interface CursorMove {
  readonly after: number;
  readonly to: ReflectedEvent;
}

/** The rows of views as documents. The only place that writes them. */
export interface ProjectionRowsStore {
  load(view: string, ids: readonly string[]): Promise<Map<string, ProjectedRow>>;
  /**
   * Returns the rows of a case, also those that were retracted. Reads the whole projection: only for an
   * import.
   */
  ofCase(view: string, caseName: string): Promise<ProjectedRow[]>;
  /**
   * Writes rows, each unless the stored one reflects as much: a writer that is behind changes nothing. New
   * rows come first, so that of a measure that replaces another neither is missing in between.
   */
  write(view: string, rows: readonly RowToWrite[]): Promise<void>;
  /** Up to which event each view is whole; a view that was never written is not in it. */
  cursors(): Promise<Map<string, ProjectionCursorRecord>>;
  /** Gives views that have no cursor one at the beginning. */
  begin(views: readonly Projection[]): Promise<void>;
  /** Moves cursors that are at `after` or later. Views never go back. */
  advance(views: readonly Projection[], move: CursorMove): Promise<void>;
  /** The last event that any row of the views reflects; 0 without rows. */
  latestSequence(views: readonly Projection[]): Promise<number>;
  /** All rows of a view, sorted by the bytes of their ids; also what is there without being a row of a view. */
  inOrder(view: string): AsyncIterable<ProjectedRow>;
  /**
   * Replaces or removes a stored row: only for a rebuild. False where the stored row is no longer the one
   * that was seen.
   */
  exchange(view: string, seen: ProjectedRow | undefined, row: ProjectedRow | undefined): Promise<boolean>;
  /** Marks projections as made by their version: only for a rebuild. */
  stamp(views: readonly Projection[]): Promise<void>;
  /**
   * Removes the rows that reflect an event behind a sequence, and returns their number: only for a rebuild.
   */
  removeBeyond(views: readonly Projection[], sequence: number): Promise<number>;
  /** Sets cursors back to the beginning: only for a rebuild. */
  reset(views: readonly Projection[]): Promise<void>;
}

type Documents = Collection<ProjectedRow>;

/**
 * Returns the store of projected rows. They are written as they are, without mongoose's casting: the
 * projections make them, and their types are the records'. A batch of a thousand is written in a fifth of the
 * time.
 */
export function projectionRowsStore(
  connection: Connection,
  collectionOf: (view: string) => string,
  cursorCollection: string,
): ProjectionRowsStore {
  const documents = (view: string) => connection.collection<ProjectedRow>(collectionOf(view));
  const cursors = connection.collection<ProjectionCursorRecord>(cursorCollection);
  return {
    async load(view, ids) {
      const rows = new Map<string, ProjectedRow>();
      for (const chunk of chunksOf(ids)) {
        for await (const row of documents(view).find({ _id: { $in: chunk } })) rows.set(row._id, row);
      }
      return rows;
    },
    ofCase: (view, caseName) => documents(view).find({ caseName }).toArray(),
    async write(view, rows) {
      const rowsOf = (isNew: boolean) => rows.filter((one) => one.isNew === isNew).map(({ row }) => row);
      await writeNew(documents(view), rowsOf(true));
      await replaceOlder(documents(view), rowsOf(false));
    },
    async cursors() {
      const found = await cursors.find().toArray();
      return new Map(found.map((cursor) => [cursor._id, cursor]));
    },
    begin: (views) => begin(cursors, views),
    advance: (views, move) => advance(cursors, views, move),
    async latestSequence(views) {
      const last = await Promise.all(
        views.map(({ name }) =>
          documents(name)
            .find({ sequence: { $gt: 0 } }, { projection: { sequence: 1 } })
            .sort({ sequence: -1 })
            .limit(1)
            .toArray(),
        ),
      );
      return Math.max(0, ...last.flat().map(({ sequence }) => sequence));
    },
    inOrder: (view) => documents(view).find().sort({ _id: 1 }).batchSize(maxBatchSize),
    exchange: (view, seen, row) => exchange(documents(view), seen, row),
    async stamp(views) {
      for (const { name, version } of views) await cursors.updateOne({ _id: name }, { $set: { version } });
    },
    async removeBeyond(views, sequence) {
      const removed = await Promise.all(
        views.map(({ name }) => documents(name).deleteMany({ sequence: { $gt: sequence } })),
      );
      return removed.reduce((sum, { deletedCount }) => sum + deletedCount, 0);
    },
    async reset(views) {
      const names = views.map(({ name }) => name);
      await cursors.updateMany({ _id: { $in: names } }, { $set: { sequence: 0 }, $unset: { hash: 1 } });
    },
  };
}

async function begin(
  cursors: Collection<ProjectionCursorRecord>,
  views: readonly Projection[],
): Promise<void> {
  if (views.length === 0) return;
  await cursors.bulkWrite(
    views.map(({ name, version }) => ({
      updateOne: { filter: { _id: name }, update: { $setOnInsert: { version, sequence: 0 } }, upsert: true },
    })),
    { ordered: false },
  );
}

async function advance(
  cursors: Collection<ProjectionCursorRecord>,
  views: readonly Projection[],
  { after, to: { sequence, hash } }: CursorMove,
): Promise<void> {
  if (views.length === 0) return;
  await cursors.bulkWrite(
    views.map(({ name }) => ({
      updateOne: {
        filter: { _id: name, sequence: { $gte: after, $lt: sequence } },
        update: { $set: { sequence, hash } },
      },
    })),
    { ordered: false },
  );
}

async function exchange(
  documents: Documents,
  seen: ProjectedRow | undefined,
  row: ProjectedRow | undefined,
): Promise<boolean> {
  if (!seen) {
    if (!row) return true;
    const { upsertedCount } = await documents.updateOne(
      { _id: row._id },
      { $setOnInsert: row },
      { upsert: true },
    );
    return upsertedCount === 1;
  }
  // A row that an older version of Cordon stored, or that somebody inserted, may have no sequence.
  const asSeen = { _id: seen._id, sequence: (seen.sequence as number | undefined) ?? { $exists: false } };
  if (!row) return (await documents.deleteOne(asSeen)).deletedCount === 1;
  return (await documents.replaceOne(asSeen, row)).matchedCount === 1;
}
