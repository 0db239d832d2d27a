import { randomBytes } from 'node:crypto';
import { Binary } from 'bson';
import { decodeDocument } from '../bson/decode';
import { encodeDocument } from '../bson/encode';
import { type BsonDocument, type BsonValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { Collection } from './collection';
import { IndexEntry } from './indexEntry';
import { catalogKey, catalogRange, droppedKey, firstTable, nextTableKey } from './keySpace';
import type { Storage } from './storage';

/** MongoDB's limit on the length of `database.collection`, in bytes. */
const maxNamespaceBytes = 255;

/** The collections and indexes. It is kept in memory, and changed together with the disk. */
export class Catalog {
  private collections = new Map<string, Collection>();
  private nextTable = firstTable;

  constructor(private readonly storage: Storage) {
    this.load();
  }

  /** Reads everything anew: after a transaction was lost, what memory says of it is no longer so. */
  load(): void {
    const previous = this.collections;
    this.collections = new Map();
    for (const { value } of this.storage.entries(catalogRange)) {
      const collection = readCollection(this.storage, decodeDocument(value));
      const known = previous.get(collection.namespace);
      // Cursors hold on to the object: a collection that is still there stays the same one.
      if (known?.table === collection.table) known.takeDescription(collection);
      this.collections.set(collection.namespace, known?.table === collection.table ? known : collection);
    }
    this.nextTable = this.storage.get(nextTableKey)?.readUInt32BE(0) ?? firstTable;
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`);
  }

  all(): Iterable<Collection> {
    return this.collections.values();
  }

  inDatabase(database: string): Collection[] {
    return [...this.collections.values()].filter((collection) => collection.database === database);
  }

  /** Within a transaction. */
  create(database: string, name: string, options: BsonDocument): Collection {
    checkNamespace(database, name);
    const uuid = randomBytes(16);
    uuid[6] = (uuid[6]! & 0x0f) | 0x40;
    uuid[8] = (uuid[8]! & 0x3f) | 0x80;
    const collection = new Collection(this.storage, {
      database,
      name,
      table: this.takeTable(),
      uuid: new Binary(uuid, 4),
      options,
      truncatedIds: false,
      indexes: [],
    });
    this.storage.beginWrite(collection.namespace);
    this.collections.set(collection.namespace, collection);
    this.save(collection);
    return collection;
  }

  /** Within a transaction: the collection that is there, or a new one. */
  ensure(database: string, name: string): Collection {
    return this.find(database, name) ?? this.create(database, name, new Map());
  }

  /** Within a transaction. The tables are emptied later, by the sweeper of dropped tables. */
  drop(collection: Collection): void {
    this.storage.beginWrite(collection.namespace);
    this.collections.delete(collection.namespace);
    collection.dropped = true;
    this.storage.remove(catalogKey(collection.namespace));
    this.discard(collection.table);
    for (const index of collection.indexes) this.discard(index.table);
  }

  /** Within a transaction. */
  dropIndex(collection: Collection, index: IndexEntry): void {
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
    collection.generation++;
    this.save(collection);
    this.discard(index.table);
  }

  takeTable(): number {
    const table = this.nextTable++;
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(this.nextTable, 0);
    this.storage.put(nextTableKey, bytes);
    return table;
  }

  /** Within a transaction: writes down what changed of a collection's description. */
  save(collection: Collection): void {
    this.storage.put(catalogKey(collection.namespace), encodeDocument(collection.describe()));
  }

  discard(table: number): void {
    this.storage.put(droppedKey(table), Buffer.from([1]));
  }
}

function readCollection(storage: Storage, entry: BsonDocument): Collection {
  return new Collection(storage, {
    database: entry.get('database') as string,
    name: entry.get('name') as string,
    table: entry.get('table') as number,
    uuid: entry.get('uuid') as Binary,
    options: entry.get('options') as BsonDocument,
    truncatedIds: entry.get('truncatedIds') as boolean,
    indexes: (entry.get('indexes') as BsonValue[]).map((index) => IndexEntry.read(index as BsonDocument)),
  });
}

function checkNamespace(database: string, name: string): void {
  const namespace = `${database}.${name}`;
  if (name === '' || name.startsWith('.') || name.includes('$') || name.includes('\0')) {
    throw new MongoError('InvalidNamespace', `Invalid namespace specified '${namespace}'.`);
  }
  if (name.startsWith('system.')) {
    throw new MongoError('InvalidNamespace', `The name '${name}' is kept for the server itself.`);
  }
  if (Buffer.byteLength(namespace) > maxNamespaceBytes) {
    throw new MongoError(
      'InvalidNamespace',
      `The namespace '${namespace}' is longer than ${maxNamespaceBytes} bytes.`,
    );
  }
}
