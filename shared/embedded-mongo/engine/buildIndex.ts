import { decodeDocument } from '../bson/decode';
import { MongoError } from '../mongoError';
import type { Collection } from './collection';
import type { Pace } from './cursors';
import type { Engine } from './engine';
import type { IndexEntry } from './indexEntry';
import { tableRange } from './keySpace';

/** Documents that one transaction indexes. */
const documentsPerTurn = 500;

/**
 * Fills a new index with the documents that are there, a few at a time. What is written meanwhile enters it too;
 * nothing reads from it before it is whole. Where it cannot be, it is taken away again.
 * @throws MongoError `DuplicateKey`, `CannotIndexParallelArrays`
 */
export async function buildIndex(
  engine: Engine,
  collection: Collection,
  index: IndexEntry,
  pace: Pace,
): Promise<void> {
  const { storage, writes, catalog } = engine;
  const range = tableRange(collection.table);
  let after: Buffer | undefined;
  try {
    for (let done = false; !done;) {
      done = await writes.write(() => {
        if (collection.dropped)
          throw new MongoError('NamespaceNotFound', 'The collection was dropped meanwhile.');
        let count = 0;
        for (const { key, value } of storage.entries(range, false, after)) {
          after = key;
          collection.indexDocument(index, key.subarray(4), decodeDocument(value));
          if (++count >= documentsPerTurn) return false;
        }
        index.ready = true;
        collection.generation++;
        catalog.save(collection);
        return true;
      });
      if (!done) pace.check();
    }
  } catch (error) {
    await writes.write(() => {
      if (collection.indexes.includes(index)) catalog.dropIndex(collection, index);
    });
    engine.sweepSoon();
    throw error;
  }
}
