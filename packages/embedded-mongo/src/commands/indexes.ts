import { Long } from 'bson';
import { compareValues } from '../bson/compare';
import { describeValue } from '../bson/describe';
import { toDouble } from '../bson/exact';
import { type BsonDocument, type BsonValue, isDocument, isNumeric } from '../bson/value';
import type { Collection } from '../engine/collection';
import { IndexEntry } from '../engine/indexEntry';
import { MongoError } from '../bson/mongoError';
import type { Answer } from '../wire/connection';
import { buildIndex } from '../engine/buildIndex';
import { type Call, collectionName, rejectCollation, requiredArray } from './context';
import { checkIndexSpec } from './indexSpec';

/** `createIndexes`: an index that is there already, in the same form, is left as it is. */
export async function createIndexes(call: Call): Promise<Answer> {
  const name = collectionName(call);
  const { catalog, writes } = call.engine;
  const specs = requiredArray(call.body, 'indexes').map(checkIndexSpec);
  if (specs.length === 0) throw new MongoError('BadValue', 'Must specify at least one index to create');
  const isNew = !catalog.find(call.database, name);
  let before = 0;
  const added: IndexEntry[] = [];
  const collection = await writes.write(() => {
    const found = catalog.ensure(call.database, name);
    before = found.indexes.length + 1;
    const missing = specs.filter((spec) => !isThere(found, spec));
    for (const spec of missing) {
      const index = new IndexEntry(spec, catalog.takeTable());
      index.ready = false;
      found.indexes.push(index);
      added.push(index);
    }
    if (added.length > 0) catalog.save(found);
    return found;
  });
  for (const index of added) {
    index.building = buildIndex(call.engine, collection, index, call.deadline);
    await index.building;
  }
  // An index that another client has begun to build counts when it is done.
  for (const { ready, building } of collection.indexes) if (!ready) await building;
  return {
    numIndexesBefore: before,
    numIndexesAfter: collection.indexes.length + 1,
    createdCollectionAutomatically: isNew,
    ...(added.length === 0 ? { note: 'all indexes already exist' } : {}),
    ok: 1,
  };
}

/** @throws MongoError `IndexOptionsConflict`, `IndexKeySpecsConflict` where the name or the key is taken by another */
function isThere(collection: Collection, spec: BsonDocument): boolean {
  const wanted = new IndexEntry(spec, 0);
  if (wanted.fields.length === 1 && wanted.fields[0]!.path === '_id') return true;
  for (const index of collection.indexes) {
    const sameKey = index.hasSameKey(wanted.key);
    // The options that make another index of the same key: which documents are in it, and how often a key may
    // occur.
    const same = sameKey && sameEntries(index, wanted);
    if (index.name === wanted.name && !same) {
      throw new MongoError(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index: '${index.name}', but is another one.`,
      );
    }
    if (!same) continue;
    if (index.expireAfterSeconds !== wanted.expireAfterSeconds) {
      throw new MongoError(
        'IndexOptionsConflict',
        `An equivalent index already exists with other options: '${index.name}'.`,
      );
    }
    if (index.name !== wanted.name) {
      throw new MongoError(
        'IndexOptionsConflict',
        `Index already exists with a different name: ${index.name}`,
      );
    }
    return true;
  }
  return false;
}

function sameEntries(a: IndexEntry, b: IndexEntry): boolean {
  if (a.unique !== b.unique || a.sparse !== b.sparse) return false;
  const partialA = a.partial?.source ?? null;
  const partialB = b.partial?.source ?? null;
  return equalDocuments(partialA, partialB);
}

function equalDocuments(a: BsonValue, b: BsonValue): boolean {
  return compareValues(a, b) === 0;
}

/** `listIndexes`. @throws MongoError `NamespaceNotFound` */
export function listIndexes(call: Call): Answer {
  const collection = existing(call);
  const firstBatch = describeIndexes(collection);
  return { cursor: { firstBatch, id: Long.ZERO, ns: collection.namespace }, ok: 1 };
}

function describeIndexes(collection: Collection): BsonDocument[] {
  const primary: BsonDocument = new Map<string, BsonValue>([
    ['v', 2],
    ['key', new Map([['_id', 1]])],
    ['name', '_id_'],
  ]);
  const others = collection.indexes.map(
    ({ spec }): BsonDocument => new Map<string, BsonValue>([['v', 2], ...spec]),
  );
  return [primary, ...others];
}

function existing(call: Call): Collection {
  rejectCollation(call.body);
  const name = collectionName(call);
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection) throw new MongoError('NamespaceNotFound', `ns does not exist: ${call.database}.${name}`);
  return collection;
}

/** `dropIndexes`: by name, by key, several names, or `*` for all but `_id_`. */
export async function dropIndexes(call: Call): Promise<Answer> {
  const collection = existing(call);
  const wanted = call.body.get('index');
  const before = collection.indexes.length + 1;
  const dropped = findIndexes(collection, wanted);
  await call.engine.writes.write(() => {
    for (const index of dropped)
      if (collection.indexes.includes(index)) call.engine.catalog.dropIndex(collection, index);
  });
  call.engine.sweepSoon();
  return { nIndexesWas: before, ok: 1 };
}

function findIndexes(collection: Collection, wanted: BsonValue | undefined): IndexEntry[] {
  if (wanted === '*') return [...collection.indexes];
  if (Array.isArray(wanted)) return wanted.flatMap((one) => findIndexes(collection, one));
  const isPrimary =
    wanted === '_id_' || (isDocument(wanted) && wanted.size === 1 && isOne(wanted.get('_id')));
  if (isPrimary) throw new MongoError('InvalidOptions', 'cannot drop _id index');
  const found = collection.indexes.find((index) =>
    isDocument(wanted) ? index.hasSameKey(wanted) : index.name === wanted,
  );
  if (!found) throw new MongoError('IndexNotFound', `index not found: ${describeValue(wanted ?? null)}`);
  return [found];
}

function isOne(value: BsonValue | undefined): boolean {
  return isNumeric(value) && toDouble(value) === 1;
}
