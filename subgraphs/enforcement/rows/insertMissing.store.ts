import { mongo, type Model } from 'mongoose';

/** What a bulk write says of the rows that it made. */
type Upserted = Readonly<Record<number, unknown>>;

const duplicateKey = 11000;

/** Rows a write: a batch stays far below 16 MiB. */
const batchSize = 1_000;

/**
 * Stores the rows whose ids are not there, and leaves those that are as they stand: it can be done again at any moment,
 * and beside another that does the same. The ids of the rows that this call stored.
 */
export async function insertMissing<Row extends { readonly _id: string }>(
  model: Model<Row>,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const stored = new Set<string>();
  for (let at = 0; at < rows.length; at += batchSize) {
    const writes = rows.slice(at, at + batchSize).map(({ _id, ...rest }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
    }));
    const upserted = await model
      .bulkWrite(writes as never, { ordered: false })
      .then(({ upsertedIds }): Upserted => upsertedIds, othersWere);
    for (const id of Object.values(upserted)) stored.add(String(id));
  }
  return stored;
}

/** Two that insert one id at once: a server may refuse the second, which is what we want. */
function othersWere(error: unknown): Upserted {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const refused = [error.writeErrors].flat();
  if (refused.some(({ code }) => code !== duplicateKey)) throw error;
  return error.result.upsertedIds;
}
