import { type Binary, BSONRegExp, ObjectId } from 'bson';
import { decodeDocument } from '../bson/decode';
import { encodeDocument } from '../bson/encode';
import { type BsonDocument, type BsonValue, typeNameOf } from '../bson/value';
import { MongoError } from '../mongoError';
import { maxDocumentBytes } from '../wire/message';
import { duplicateKey } from './duplicateKey';
import { type IndexEntry } from './indexEntry';
import { idKeyOf, indexKeysOf } from './indexKeys';
import { catalogKey, indexEntryKey, tableKey } from './keySpace';
import type { Storage } from './storage';

interface Description {
  readonly database: string;
  readonly name: string;
  readonly table: number;
  readonly uuid: Binary;
  readonly options: BsonDocument;
  truncatedIds: boolean;
  readonly indexes: IndexEntry[];
}

/** A document that is ready to be stored: `_id` is there and comes first. */
export interface Prepared {
  readonly document: BsonDocument;
  readonly bytes: Buffer;
  readonly idKey: Buffer;
  readonly truncatedId: boolean;
}

/** What to write into and take out of one index. */
interface IndexChange {
  readonly index: IndexEntry;
  readonly add: Buffer[];
  readonly remove: Buffer[];
}

/** The documents of a collection and the entries of its indexes, which change together. */
export class Collection {
  readonly database: string;
  readonly name: string;
  readonly namespace: string;
  readonly table: number;
  readonly uuid: Binary;
  readonly options: BsonDocument;
  readonly indexes: IndexEntry[];
  /** An `_id` was too long to be kept whole in its key. */
  truncatedIds: boolean;
  dropped = false;
  /** Counts the writes: where it has not moved, what was read still holds. */
  version = 0;
  /** Counts the changes of the set of indexes: a plan from before must not be used. */
  generation = 0;

  constructor(
    private readonly storage: Storage,
    description: Description,
  ) {
    this.database = description.database;
    this.name = description.name;
    this.namespace = `${description.database}.${description.name}`;
    this.table = description.table;
    this.uuid = description.uuid;
    this.options = description.options;
    this.indexes = description.indexes;
    this.truncatedIds = description.truncatedIds;
  }

  describe(): BsonDocument {
    return new Map<string, BsonValue>([
      ['database', this.database],
      ['name', this.name],
      ['table', this.table],
      ['uuid', this.uuid],
      ['options', this.options],
      ['truncatedIds', this.truncatedIds],
      ['indexes', this.indexes.map((index) => index.describe())],
    ]);
  }

  /** Becomes what the disk says of it. Indexes stay the same objects: one that is being built is held on to. */
  takeDescription(stored: Collection): void {
    const indexes = stored.indexes.map((fresh) => {
      const known = this.indexes.find(({ table }) => table === fresh.table);
      known?.takeState(fresh);
      return known ?? fresh;
    });
    this.indexes.splice(0, Infinity, ...indexes);
    this.truncatedIds = stored.truncatedIds;
    this.version++;
    this.generation++;
  }

  read(idKey: Buffer): Buffer | undefined {
    return this.storage.get(tableKey(this.table, idKey));
  }

  /** Within a transaction. @throws MongoError `DuplicateKey` and others, before anything is written */
  insert(prepared: Prepared): void {
    if (this.dropped) throw new MongoError('NamespaceNotFound', `${this.namespace} was dropped meanwhile.`);
    if (this.storage.has(tableKey(this.table, prepared.idKey))) {
      throw duplicateKey(this.namespace, '_id_', new Map([['_id', 1]]), prepared.document);
    }
    const changes = this.planChanges(undefined, prepared);
    this.apply(prepared, changes);
  }

  /** Within a transaction. @throws MongoError `DuplicateKey` and others, before anything is written */
  replace(previous: BsonDocument, prepared: Prepared): void {
    this.apply(prepared, this.planChanges(previous, prepared));
  }

  /** Within a transaction. */
  remove(idKey: Buffer, document: BsonDocument): void {
    for (const index of this.indexes) {
      if (!index.covers(document)) continue;
      for (const key of indexKeysOf(document, index).keys) this.removeEntry(index, key, idKey);
    }
    this.storage.remove(tableKey(this.table, idKey));
    this.version++;
  }

  /** Within a transaction: the entries of one document in one index, for an index that is being built. */
  indexDocument(index: IndexEntry, idKey: Buffer, document: BsonDocument): void {
    if (!index.covers(document)) return;
    const keys = indexKeysOf(document, index);
    for (const key of keys.keys) this.checkUnique(index, key, idKey, document);
    for (const key of keys.keys) this.putEntry(index, key, idKey);
    this.remember(index, keys.multikey, keys.truncated);
  }

  private planChanges(previous: BsonDocument | undefined, prepared: Prepared): IndexChange[] {
    const changes: IndexChange[] = [];
    for (const index of this.indexes) {
      const before = previous && index.covers(previous) ? indexKeysOf(previous, index).keys : [];
      const covered = index.covers(prepared.document);
      const after = covered ? indexKeysOf(prepared.document, index) : undefined;
      const keys = after?.keys ?? [];
      if (after) this.remember(index, after.multikey, after.truncated);
      const add =
        before.length === 0 ? keys : keys.filter((key) => !before.some((other) => other.equals(key)));
      const remove =
        keys.length === 0 ? before : before.filter((key) => !keys.some((other) => other.equals(key)));
      for (const key of add) this.checkUnique(index, key, prepared.idKey, prepared.document);
      if (add.length > 0 || remove.length > 0) changes.push({ index, add, remove });
    }
    return changes;
  }

  private checkUnique(index: IndexEntry, key: Buffer, idKey: Buffer, document: BsonDocument): void {
    if (!index.unique) return;
    const owner = this.storage.get(indexEntryKey(index.table, key, undefined));
    if (owner && !owner.equals(idKey)) throw duplicateKey(this.namespace, index.name, index.key, document);
  }

  private apply(prepared: Prepared, changes: IndexChange[]): void {
    for (const { index, add, remove } of changes) {
      for (const key of remove) this.removeEntry(index, key, prepared.idKey);
      for (const key of add) this.putEntry(index, key, prepared.idKey);
    }
    this.storage.put(tableKey(this.table, prepared.idKey), prepared.bytes);
    if (prepared.truncatedId && !this.truncatedIds) {
      this.truncatedIds = true;
      this.save();
    }
    this.version++;
  }

  private putEntry(index: IndexEntry, key: Buffer, idKey: Buffer): void {
    this.storage.put(indexEntryKey(index.table, key, index.unique ? undefined : idKey), idKey);
  }

  /** While a unique index is being built, another document may have the key of one that is not in it yet. */
  private removeEntry(index: IndexEntry, key: Buffer, idKey: Buffer): void {
    const entry = indexEntryKey(index.table, key, index.unique ? undefined : idKey);
    if (index.unique && this.storage.get(entry)?.equals(idKey) !== true) return;
    this.storage.remove(entry);
  }

  private remember(index: IndexEntry, multikey: boolean, truncated: boolean): void {
    if ((!multikey || index.multikey) && (!truncated || index.truncated)) return;
    index.multikey ||= multikey;
    index.truncated ||= truncated;
    // Scans that were planned on the order of this index must look again.
    this.generation++;
    this.save();
  }

  private save(): void {
    this.storage.put(catalogKey(this.namespace), encodeDocument(this.describe()));
  }
}

/**
 * Reads and completes a document that a client sent: an `_id` is made where there is none, and put first.
 * @throws MongoError `InvalidBSON`, `InvalidIdField`, `BSONObjectTooLarge`
 */
export function prepareBytes(bytes: Buffer): Prepared {
  const document = decodeDocument(bytes);
  const first = document.keys().next();
  if (!first.done && first.value === '_id') return prepared(document, bytes);
  return prepareDocument(document);
}

/** As `prepareBytes`, of a document that was made here. */
export function prepareDocument(document: BsonDocument): Prepared {
  const first = document.keys().next();
  const ordered = !first.done && first.value === '_id' ? document : withIdFirst(document);
  return prepared(ordered, encodeDocument(ordered));
}

function withIdFirst(document: BsonDocument): BsonDocument {
  const id = document.get('_id') ?? (document.has('_id') ? null : new ObjectId());
  return new Map<string, BsonValue>([['_id', id], ...[...document].filter(([name]) => name !== '_id')]);
}

function prepared(document: BsonDocument, bytes: Buffer): Prepared {
  if (bytes.length > maxDocumentBytes) {
    throw new MongoError(
      'BSONObjectTooLarge',
      `A document of ${bytes.length} bytes is larger than the ${maxDocumentBytes} bytes that are allowed.`,
    );
  }
  const id = document.get('_id')!;
  if (Array.isArray(id) || id instanceof BSONRegExp) {
    throw new MongoError('InvalidIdField', `The '_id' value cannot be of type ${typeNameOf(id)}.`);
  }
  const { key, truncated } = idKeyOf(id);
  return { document, bytes, idKey: key, truncatedId: truncated };
}
