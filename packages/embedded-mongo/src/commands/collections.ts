import { Binary, Long } from 'bson';
import type { Encodable } from '../bson/encode';
import { type BsonDocument, type BsonValue } from '../bson/value';
import type { Collection } from '../engine/collection';
import { tableRange } from '../engine/keySpace';
import { MongoError } from '../bson/mongoError';
import { compileFilter } from '../query/filter';
import type { Answer } from '../wire/connection';
import { type Call, collectionName, isTrue, optionalDocument, rejectCollation } from './context';

/** `create`. @throws MongoError `NamespaceExists`, `InvalidOptions` */
export async function create(call: Call): Promise<Answer> {
  const name = collectionName(call);
  rejectCollation(call.body);
  const { catalog, writes } = call.engine;
  await writes.write(() => {
    if (catalog.find(call.database, name)) {
      throw new MongoError('NamespaceExists', `Collection ${call.database}.${name} already exists.`);
    }
    catalog.create(call.database, name, new Map());
  });
  return { ok: 1 };
}

/** `drop`. @throws MongoError `NamespaceNotFound` */
export async function drop(call: Call): Promise<Answer> {
  const name = collectionName(call);
  const { catalog, writes } = call.engine;
  const dropped = await writes.write(() => {
    const collection = catalog.find(call.database, name);
    if (!collection) throw new MongoError('NamespaceNotFound', 'ns not found');
    catalog.drop(collection);
    return collection;
  });
  call.engine.sweepSoon();
  return { nIndexesWas: dropped.indexes.length + 1, ns: dropped.namespace, ok: 1 };
}

/** `dropDatabase`; a database that does not exist is no error. */
export async function dropDatabase(call: Call): Promise<Answer> {
  const { catalog, writes } = call.engine;
  const count = await writes.write(() => {
    const collections = catalog.inDatabase(call.database);
    for (const collection of collections) catalog.drop(collection);
    return collections.length;
  });
  call.engine.sweepSoon();
  return { ...(count > 0 ? { dropped: call.database } : {}), ok: 1 };
}

/** `listCollections`. */
export function listCollections(call: Call): Answer {
  const filter = compileFilter(optionalDocument(call.body, 'filter'));
  const nameOnly = isTrue(call.body.get('nameOnly'));
  const firstBatch = call.engine.catalog
    .inDatabase(call.database)
    .map(describeCollection)
    .filter((description) => filter.matches(description))
    .map((description): Encodable =>
      nameOnly
        ? new Map([...description].filter(([field]) => field === 'name' || field === 'type'))
        : description,
    );
  return { cursor: { firstBatch, id: Long.ZERO, ns: `${call.database}.$cmd.listCollections` }, ok: 1 };
}

function describeCollection({ name, uuid }: Collection): BsonDocument {
  return new Map<string, BsonValue>([
    ['name', name],
    ['type', 'collection'],
    ['options', new Map()],
    [
      'info',
      new Map<string, BsonValue>([
        ['readOnly', false],
        ['uuid', new Binary(uuid.buffer, 4)],
      ]),
    ],
    [
      'idIndex',
      new Map<string, BsonValue>([
        ['v', 2],
        ['key', new Map([['_id', 1]])],
        ['name', '_id_'],
      ]),
    ],
  ]);
}

/** `listDatabases`. The databases share one file: what each takes of it is not told apart. */
export function listDatabases(call: Call): Answer {
  const filter = compileFilter(optionalDocument(call.body, 'filter'));
  const { catalog, storage } = call.engine;
  const names = [...new Set([...catalog.all()].map(({ database }) => database))].sort();
  const databases = names.filter((name) => filter.matches(new Map([['name', name]])));
  if (isTrue(call.body.get('nameOnly'))) return { databases: databases.map((name) => ({ name })), ok: 1 };
  const isEmpty = (name: string): boolean =>
    catalog.inDatabase(name).every(({ table }) => storage.isEmpty(tableRange(table)));
  return {
    databases: databases.map((name) => ({ name, sizeOnDisk: 0, empty: isEmpty(name) })),
    totalSize: storage.sizeOnDisk(),
    ok: 1,
  };
}
