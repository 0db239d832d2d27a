import { equalValues } from '../bson/compare';
import { type BsonDocument } from '../bson/value';
import { compileFilter, type Filter } from '../query/filter';
import { type KeyShape } from './indexKeys';

export interface IndexField {
  readonly path: string;
  readonly descending: boolean;
}

/** One index: its specification, the place of its entries, and the known facts about them. */
export class IndexEntry implements KeyShape {
  readonly name: string;
  readonly key: BsonDocument;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** Seconds after the field's date at which a document expires. */
  readonly expireAfterSeconds: number | undefined;
  readonly partial: Filter | undefined;
  /** Set once for good when a document with an array on a path was indexed. */
  multikey = false;
  /** Set once for good when a key was too long to be kept whole. */
  truncated = false;
  /** False while the entries of documents that were there before are still being written. */
  ready = true;
  /** Settles when that is done, or has failed. */
  building: Promise<void> | undefined;
  /** While it is being built: the ids of the documents that were written meanwhile, with all their entries. */
  readonly touched = new Set<string>();
  /** Counts the lost transactions: what they touched is not known. */
  rollbacks = 0;

  constructor(
    /** As the client gave it, with a name. */
    readonly spec: BsonDocument,
    readonly table: number,
  ) {
    this.name = spec.get('name') as string;
    this.key = spec.get('key') as BsonDocument;
    this.fields = [...this.key].map(([path, direction]) => ({ path, descending: Number(direction) < 0 }));
    this.unique = spec.get('unique') === true;
    this.sparse = spec.get('sparse') === true;
    const seconds = spec.get('expireAfterSeconds');
    this.expireAfterSeconds = seconds === undefined ? undefined : Number(seconds);
    const partial = spec.get('partialFilterExpression');
    this.partial = partial instanceof Map ? compileFilter(partial) : undefined;
  }

  static read(entry: BsonDocument): IndexEntry {
    const index = new IndexEntry(entry.get('spec') as BsonDocument, entry.get('table') as number);
    index.multikey = entry.get('multikey') === true;
    index.truncated = entry.get('truncated') === true;
    index.ready = entry.get('ready') === true;
    return index;
  }

  takeState({ multikey, truncated, ready }: IndexEntry): void {
    this.multikey = multikey;
    this.truncated = truncated;
    this.ready = ready;
    this.rollbacks++;
  }

  touch(idKey: Buffer): void {
    this.touched.add(idKey.toString('latin1'));
  }

  isTouched(idKey: Buffer): boolean {
    return this.touched.size > 0 && this.touched.has(idKey.toString('latin1'));
  }

  describe(): BsonDocument {
    return new Map<string, BsonDocument | number | boolean>([
      ['spec', this.spec],
      ['table', this.table],
      ['multikey', this.multikey],
      ['truncated', this.truncated],
      ['ready', this.ready],
    ]);
  }

  /** Tells if a document belongs in a partial index. */
  covers(document: BsonDocument): boolean {
    return this.partial === undefined || this.partial.matches(document);
  }

  hasSameKey(key: BsonDocument): boolean {
    return equalValues(this.key, key);
  }
}
