import { type BsonDocument, isDocument } from '../bson/value';
import { prepareBytes, prepareDocument, type Prepared } from '../engine/prepareDocument';
import { MongoError } from '../bson/mongoError';
import { type Answer } from '../wire/connection';
import { type Call, collectionName, requiredArray } from './context';
import { isOrdered, readBatch, runBatch } from './batch';

/** `insert`: each document is stored whole with its index entries or not at all. */
export async function insert(call: Call): Promise<Answer> {
  const name = collectionName(call);
  const { catalog, writes } = call.engine;
  const documents = readBatch<Buffer | BsonDocument>(call, 'documents', (bytes) => bytes, readFromBody);
  const outcome = await runBatch(documents, isOrdered(call), async (pending, report) => {
    // Reading and checking the bytes needs no lock.
    const prepared = pending.map((one) =>
      attempt(() => (one instanceof Map ? prepareDocument(one) : prepareBytes(one))),
    );
    await writes.write(() => {
      const collection = catalog.ensure(call.database, name);
      prepared.every((item, at) => report(at, () => collection.insert(unwrap(item))));
    });
  });
  return { n: outcome.done, ...outcome.errors, ok: 1 };
}

function readFromBody(call: Call): BsonDocument[] {
  return requiredArray(call.body, 'documents').map((document) => {
    if (!isDocument(document))
      throw new MongoError('TypeMismatch', 'The documents of an insert have to be documents.');
    return document;
  });
}

type Attempt<T> = { value: T } | { error: MongoError };

/** Notes what is wrong with a document as that document's error: others share its transaction. */
function attempt<T>(work: () => T): Attempt<T> {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof MongoError) return { error };
    const text = error instanceof Error ? error.message : String(error);
    return { error: new MongoError('InvalidBSON', `The document cannot be stored: ${text}`) };
  }
}

function unwrap(item: Attempt<Prepared>): Prepared {
  if ('error' in item) throw item.error;
  return item.value;
}
