import type { Model } from 'mongoose';
import { chunksOf } from '../batch/chunks';
import { rejectedPlaces } from './duplicateKeys';

/** The driver's collection of a model, whatever the form of its rows. */
export interface RowCollection {
  readonly collection: {
    insertMany(rows: readonly object[], options: { readonly ordered: boolean }): Promise<unknown>;
    find(
      filter: object,
      options: { readonly projection: { readonly _id: 1 } },
    ): AsyncIterable<{ readonly _id?: unknown }>;
  };
}

interface Identified {
  readonly _id: string;
}

type Target<Row> = Model<Row> | RowCollection;

/**
 * Inserts rows, and returns the ids of the rejected ones: their id, or their part of another unique index, is
 * taken. A rejected row keeps no other out, and stored rows are never touched. An id that comes twice is
 * stored once, and returned. Rows are the model's records already. They go to the driver without mongoose's
 * casts, in half the time, and several times faster than an upsert.
 * @throws the driver's error where anything but unique keys went wrong
 */
export async function insertUnlessTaken<Row extends Identified>(
  target: Target<Row>,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  return (await insertRows(target, rows)).rejected;
}

/**
 * Inserts rows, and returns the ids that were stored before. As `insertUnlessTaken`, for collections whose
 * only unique key is the id.
 * @throws the driver's error too where a row is rejected by another unique index: under its id nothing is
 * stored
 */
export async function insertNew<Row extends Identified>(
  target: Target<Row>,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const { rejected, error } = await insertRows(target, rows);
  if (rejected.size > 0 && (await storedIds(target, [...rejected])).size < rejected.size) throw error;
  return rejected;
}

/**
 * Stores the rows whose ids are not stored yet, and returns these ids. Asks for the ids first, so that the
 * content of stored rows is not sent. It can be repeated at any moment, and run beside another that does the
 * same.
 * @throws as `insertNew`
 */
export async function insertMissing<Row extends Identified>(
  target: Target<Row>,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const stored = new Set<string>();
  for (const chunk of chunksOf(rows)) {
    const there = await storedIds(
      target,
      chunk.map(({ _id }) => _id),
    );
    const missing = chunk.filter(({ _id }) => !there.has(_id));
    const rejected = await insertNew(target, missing);
    for (const { _id } of missing) if (!rejected.has(_id)) stored.add(_id);
  }
  return stored;
}

async function insertRows(
  { collection }: RowCollection,
  rows: readonly Identified[],
): Promise<{ readonly rejected: ReadonlySet<string>; readonly error?: unknown }> {
  if (rows.length === 0) return { rejected: new Set() };
  try {
    await collection.insertMany(rows, { ordered: false });
    return { rejected: new Set() };
  } catch (error) {
    return { rejected: new Set(rejectedPlaces(error).map((place) => rows[place]?._id ?? '')), error };
  }
}

/** The ids of those of these that something is stored under. */
export async function storedIds(
  { collection }: RowCollection,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const chunk of chunksOf(ids)) {
    const rows = collection.find({ _id: { $in: chunk } }, { projection: { _id: 1 } });
    for await (const { _id } of rows) found.add(String(_id));
  }
  return found;
}
