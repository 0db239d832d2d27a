import mongoose, { type Connection } from 'mongoose';
import { StoreUnreachable } from './storeUnreachable';

export interface MongoTarget {
  /** A mongodb:// URL: the embedded store's or a server's. */
  readonly url: string;
  readonly database: string;
  /**
   * True where `observeStore` counts or traces its commands: the driver then makes an event of each. Default:
   * true.
   */
  readonly isObserved?: boolean;
}

/** Every call to the store has an end: a call that takes longer than this is an error, not a hang. */
const timeouts = { serverSelectionTimeoutMS: 5_000, connectTimeoutMS: 5_000, socketTimeoutMS: 60_000 };

/**
 * Connects to one database. Writes are journaled before they are acknowledged. Indexes are made by `createRecords`,
 * not in the background, and a query is never buffered for a store that is away: it fails at once.
 */
export async function connectMongo({ url, database, isObserved = true }: MongoTarget): Promise<Connection> {
  const connection = mongoose.createConnection(url, {
    dbName: database,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    journal: true,
    // Else as the URL says: a test counts commands by `monitorCommands=true`.
    ...(isObserved ? { monitorCommands: true } : {}),
    maxPoolSize: 32,
    ...timeouts,
  });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close(true).catch(() => undefined);
    throw new StoreUnreachable(
      `the store at ${withoutCredentials(url)} does not answer: ${(error as Error).message}`,
    );
  }
}

/** Up to the last `@`: a password with an unescaped `@` or `/` is rejected as a URL, and must not be shown for it. */
const withoutCredentials = (url: string) => url.replace(/\/\/.*@/s, '//').replace(/\?.*$/s, '');

/**
 * Makes the collections and their indexes, where they are missing, by one command for each collection. Runs
 * at start, before anything is served.
 */
export async function createRecords(connection: Connection): Promise<void> {
  const there = new Set((await connection.listCollections()).map(({ name }) => name));
  // All at once: on the embedded store they share their waits for the disk.
  await Promise.all(
    Object.values(connection.models).map(async (model) => {
      if (!there.has(model.collection.collectionName)) await model.createCollection();
      const indexes = model.schema.indexes().map(([key, options]) => ({ ...options, key }));
      if (indexes.length > 0)
        await model.collection.createIndexes(indexes as mongoose.mongo.IndexDescription[]);
    }),
  );
}
