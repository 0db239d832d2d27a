import type { Binary } from 'bson';
import { decodeDocument } from '../bson/decode';
import { encodeDocument } from '../bson/encode';
import { type BsonDocument, type BsonValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { duplicateKey } from './duplicateKey';
import { type IndexEntry } from './indexEntry';
import { indexKeysOf } from './indexKeys';
import { catalogKey, indexEntryKey, tableKey } from './keySpace';
import type { Prepared } from './prepareDocument';
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

/** The keys to write into and take out of one index. */
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
    this.apply(prepared, this.planChanges(undefined, prepared));
  }

  /** Within a transaction. @throws MongoError `DuplicateKey` and others, before anything is written */
  replace(previous: BsonDocument, prepared: Prepared): void {
    this.apply(prepared, this.planChanges(previous, prepared));
  }

  /** Within a transaction. */
  remove(idKey: Buffer, document: BsonDocument): void {
    this.storage.beginWrite(this.namespace);
    for (const index of this.indexes) {
      if (!index.ready) index.touch(idKey);
      if (!index.covers(document)) continue;
      for (const key of indexKeysOf(document, index).keys) this.removeEntry(index, key, idKey);
    }
    this.storage.remove(tableKey(this.table, idKey));
    this.version++;
  }

  /** Within a transaction: one entry of an index that is being built. @throws MongoError `DuplicateKey` */
  addBuiltEntry(
    index: IndexEntry,
    { entryKey, key, idKey }: Record<'entryKey' | 'key' | 'idKey', Buffer>,
  ): void {
    if (index.isTouched(idKey)) return;
    if (index.unique && this.storage.get(entryKey)?.equals(idKey) === false) {
      const bytes = this.read(idKey);
      throw duplicateKey(
        this.namespace,
        index.name,
        index.key,
        bytes ? decodeDocument(bytes) : new Map<string, BsonValue>(),
      );
    }
    this.putEntry(index, key, idKey);
  }

  /** An unexpected error is one of this document: it has changed nothing, and others share its transaction. */
  private planChanges(previous: BsonDocument | undefined, prepared: Prepared): IndexChange[] {
    try {
      return this.indexChanges(previous, prepared);
    } catch (error) {
      if (error instanceof MongoError) throw error;
      const text = error instanceof Error ? error.message : String(error);
      throw new MongoError('InternalError', `The document cannot be put into an index: ${text}`);
    }
  }

  private indexChanges(previous: BsonDocument | undefined, prepared: Prepared): IndexChange[] {
    const changes: IndexChange[] = [];
    // An index that is being built gets all keys of a written document: the build skips that document.
    for (const index of this.indexes) {
      const before = previous && index.covers(previous) ? indexKeysOf(previous, index).keys : [];
      const covered = index.covers(prepared.document);
      const after = covered ? indexKeysOf(prepared.document, index) : undefined;
      const keys = after?.keys ?? [];
      if (after) this.rememberKeys(index, after.multikey, after.truncated);
      const add =
        before.length === 0 || !index.ready
          ? keys
          : keys.filter((key) => !before.some((other) => other.equals(key)));
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
    this.storage.beginWrite(this.namespace);
    for (const index of this.indexes) if (!index.ready) index.touch(prepared.idKey);
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

  /** Within a transaction: notes what the keys of a document say of an index. */
  rememberKeys(index: IndexEntry, multikey: boolean, truncated: boolean): void {
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
