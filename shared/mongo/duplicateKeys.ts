import { mongo } from 'mongoose';

/** MongoDB's code of a write that a unique index rejects: `E11000 duplicate key error`. */
const duplicateKeyCode = 11_000;

/**
 * Returns the places in a bulk write of the rows that a unique index rejected, be it the one of `_id` or another.
 * @throws the error where anything else went wrong beside, such as a write concern that was not met
 */
export function rejectedPlaces(error: unknown): readonly number[] {
  if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
  const rejected = [error.writeErrors].flat();
  if (rejected.length === 0 || rejected.some(({ code }) => code !== duplicateKeyCode)) throw error;
  return rejected.map(({ index }) => index);
}

/** Tells if a unique index rejected a single write. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === duplicateKeyCode;
