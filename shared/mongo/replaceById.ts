import type { AnyBulkWriteOperation, Model, mongo } from 'mongoose';
import { unordered } from './unordered';

/** A row that is stored by its id. */
export type Identified = mongo.Document & { readonly _id: string };

/** Stores rows by their ids: replaces the stored ones, and inserts the others. It can be repeated at any moment. */
export async function replaceById<Row extends Identified>(
  model: Model<Row>,
  rows: readonly Row[],
): Promise<void> {
  await model.bulkWrite<mongo.Document>(rows.map(replacementOf), unordered);
}

/** Returns the write of a row in the place of the stored one with its id. */
export const replacementOf = (row: Identified): AnyBulkWriteOperation => ({
  replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true },
});
