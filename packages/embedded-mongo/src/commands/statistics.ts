import { Long } from 'bson';
import type { NamedStage } from '../aggregate/context';
import { type BsonDocument, type BsonValue, isInt32 } from '../bson/value';
import type { Collection } from '../engine/collection';
import { tableRange } from '../engine/keySpace';
import { MongoError } from '../bson/mongoError';
import type { Answer } from '../wire/connection';
import { serverVersion } from './handshake';
import { type Call, collectionName } from './context';

function whole(value: number): BsonValue {
  return isInt32(value) ? value : Long.fromNumber(value);
}

function documentCount(call: Call, collection: Collection): number {
  return call.engine.storage.count(tableRange(collection.table));
}

/** `$collStats` and `$indexStats`. Sizes are not known by collection: all share one file. */
export function statisticsOf(call: Call, name: string, stage: NamedStage): BsonDocument[] {
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection)
    throw new MongoError('NamespaceNotFound', `Collection [${call.database}.${name}] not found.`);
  if (stage.name === '$indexStats') {
    return collection.indexes.map(
      (index): BsonDocument =>
        new Map<string, BsonValue>([
          ['name', index.name],
          ['key', index.key],
          ['spec', index.spec],
        ]),
    );
  }
  const result: BsonDocument = new Map<string, BsonValue>([
    ['ns', collection.namespace],
    ['localTime', new Date()],
  ]);
  const wanted = stage.operand instanceof Map ? stage.operand : new Map<string, BsonValue>();
  if (wanted.has('count')) result.set('count', whole(documentCount(call, collection)));
  if (wanted.has('storageStats')) {
    result.set(
      'storageStats',
      new Map<string, BsonValue>([['count', whole(documentCount(call, collection))]]),
    );
  }
  return [result];
}

/** `collStats`. */
export function collStats(call: Call): Answer {
  const name = collectionName(call);
  const collection = call.engine.catalog.find(call.database, name);
  return {
    ns: `${call.database}.${name}`,
    count: collection ? whole(documentCount(call, collection)) : 0,
    nindexes: collection ? collection.indexes.length + 1 : 0,
    ok: 1,
  };
}

/** `dbStats`. `fsUsedSize` is the whole file, which all databases share. */
export function dbStats(call: Call): Answer {
  const collections = call.engine.catalog.inDatabase(call.database);
  const objects = collections.reduce((sum, collection) => sum + documentCount(call, collection), 0);
  return {
    db: call.database,
    collections: collections.length,
    views: 0,
    objects: whole(objects),
    indexes: collections.reduce((sum, { indexes }) => sum + indexes.length + 1, 0),
    fsUsedSize: whole(call.engine.storage.sizeOnDisk()),
    ok: 1,
  };
}

/** `serverStatus`, as far as there is something to say. */
export function serverStatus(call: Call): Answer {
  const { engine } = call;
  const uptime = Math.floor((Date.now() - engine.startedAt.getTime()) / 1000);
  return {
    host: 'embedded',
    version: serverVersion,
    process: 'cordon',
    pid: Long.fromNumber(process.pid),
    uptime,
    localTime: new Date(),
    mem: { resident: Math.round(process.memoryUsage.rss() / 1048576), bits: 64 },
    metrics: { cursor: { open: { total: engine.cursors.size } } },
    storageEngine: { name: 'lmdb', persistent: true },
    lmdb: { readers: engine.storage.readers() },
    ok: 1,
  };
}
