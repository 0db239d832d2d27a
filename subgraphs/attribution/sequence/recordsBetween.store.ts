import type { Model } from 'mongoose';
import { isVoid } from './transferLease.store';

/** So many rows a message: a few MB at most. */
const streamedAtOnce = 5_000;

/** After `after`, up to and with `upTo`. */
export interface SeqRange {
  readonly after: number;
  readonly upTo: number;
}

interface NumberedRow {
  readonly _id: string;
  readonly seq: number;
}

/** The records of a range that have their seqs from the one sequence, in its order, streamed. */
export async function* recordsBetween<Row extends NumberedRow>(
  model: Model<Row>,
  { after, upTo }: SeqRange,
): AsyncGenerator<Row> {
  const found = model.db
    .collection<NumberedRow>(model.collection.name)
    .find({ seq: { $gt: after, $lte: upTo } }, { batchSize: streamedAtOnce })
    .sort({ seq: 1 });
  for await (const row of found) if (!isVoid(row)) yield row as Row;
}
