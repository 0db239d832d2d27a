import type { Collection } from 'mongoose';
import { chunksOf } from '../../../shared/batch/chunks';
import { insertNew, storedIds } from '../../../shared/mongo/insertRows';

/** The fields of every projected row for its writers: a row is replaced only by one that reflects more. */
export interface SequencedRow {
  readonly _id: string;
  readonly sequence: number;
}

/** Writes rows, each unless the stored one reflects as much. New rows are stored before any is replaced. */
export async function writeNewer<Row extends SequencedRow>(
  documents: Collection<Row>,
  rows: readonly Row[],
): Promise<void> {
  const there = await storedIds({ collection: documents }, idsOf(rows));
  await writeNew(
    documents,
    rows.filter(({ _id }) => !there.has(_id)),
  );
  await replaceOlder(
    documents,
    rows.filter(({ _id }) => there.has(_id)),
  );
}

/**
 * Inserts rows. A row that another process inserted in between, perhaps in an earlier state, is replaced
 * where it was earlier.
 */
export async function writeNew<Row extends SequencedRow>(
  documents: Collection<Row>,
  rows: readonly Row[],
): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    const taken = await insertNew({ collection: documents }, chunk);
    await replaceOlder(
      documents,
      chunk.filter(({ _id }) => taken.has(_id)),
    );
  }
}

/** Only what every row has is asked for: the driver's types of a filter know no type parameter. */
interface BulkWriter {
  bulkWrite(writes: readonly object[], options: { readonly ordered: boolean }): Promise<unknown>;
}

export async function replaceOlder(documents: BulkWriter, rows: readonly SequencedRow[]): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    await documents.bulkWrite(
      chunk.map((row) => ({
        replaceOne: {
          filter: { _id: row._id, sequence: { $not: { $gte: row.sequence } } },
          replacement: row,
        },
      })),
      { ordered: false },
    );
  }
}

const idsOf = (rows: readonly SequencedRow[]) => rows.map(({ _id }) => _id);
