import { encodeDocument } from '../bson/encode';
import { isDocument } from '../bson/value';
import { prepareBytes, type Prepared } from '../engine/collection';
import { MongoError } from '../mongoError';
import { type Answer } from '../wire/connection';
import { type Call, collectionName, requiredArray } from './context';
import { isOrdered, readBatch, runBatch } from './batch';

/** `insert`: each document is stored whole with its index entries or not at all. */
export async function insert(call: Call): Promise<Answer> {
  const name = collectionName(call);
  const { catalog, writes } = call.engine;
  const documents = readBatch(call, 'documents', (bytes) => bytes, readFromBody);
  const outcome = await runBatch(documents, isOrdered(call), async (pending, report) => {
    // Reading and checking the bytes needs no lock.
    const prepared = pending.map((bytes) => attempt(() => prepareBytes(bytes)));
    await writes.write(() => {
      const collection = catalog.ensure(call.database, name);
      prepared.every((item, at) => report(at, () => collection.insert(unwrap(item))));
    });
  });
  return { n: outcome.done, ...outcome.errors, ok: 1 };
}

function readFromBody(call: Call): Buffer[] {
  return requiredArray(call.body, 'documents').map((document) => {
    if (!isDocument(document))
      throw new MongoError('TypeMismatch', 'The documents of an insert have to be documents.');
    return encodeDocument(document);
  });
}

type Attempt<T> = { value: T } | { error: unknown };

function attempt<T>(work: () => T): Attempt<T> {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

function unwrap(item: Attempt<Prepared>): Prepared {
  if ('error' in item) throw item.error;
  return item.value;
}
