import { createHash } from 'node:crypto';
import { KeyWriter } from '../bson/key';
import type { BsonDocument, BsonValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { type PathField, PathValues } from '../document/pathValues';

/** lmdb takes keys of up to 1,978 bytes: 4 for the table, at most 1,400 for the values, at most 512 for the id. */
const maxComponentBytes = 1400;
const maxIdBytes = 512;
const digestBytes = 32;

/** The shape of an index as far as its keys go. */
export interface KeyShape {
  /** Path and direction of each component, first to last. */
  readonly fields: readonly PathField[];
  readonly sparse: boolean;
}

export interface IndexKeys {
  /** The encoded values, without the table and the id. */
  readonly keys: Buffer[];
  /** An array lay on a path, so that a document may have several keys or none that stands for all of it. */
  readonly multikey: boolean;
  /** A key was longer than the limit, so that its end is a digest and its order is lost. */
  readonly truncated: boolean;
}

const writer = new KeyWriter();

/** The keys that a document has in an index. */
export function indexKeysOf(document: BsonDocument, shape: KeyShape): IndexKeys {
  const collector = new KeyCollector(shape);
  collector.collectAll(document);
  return collector;
}

class KeyCollector extends PathValues implements IndexKeys {
  readonly keys: Buffer[] = [];
  truncated = false;
  private seen: Set<string> | undefined;

  constructor(private readonly shape: KeyShape) {
    super(shape.fields);
  }

  protected parallelArrays(): MongoError {
    return parallelArrays(this.shape);
  }

  protected emit(fixed: readonly (BsonValue | undefined)[]): void {
    if (this.shape.sparse && fixed.every((value) => value === undefined)) return;
    writer.reset();
    fixed.forEach((value, i) => writer.component(value ?? null, this.shape.fields[i]!.descending));
    let key = writer.take();
    if (key.length > maxComponentBytes) {
      this.truncated = true;
      key = truncateKey(key, maxComponentBytes);
    }
    if (this.multikey) {
      const text = key.toString('latin1');
      this.seen ??= new Set();
      if (this.seen.has(text)) return;
      this.seen.add(text);
    }
    this.keys.push(key);
  }
}

function parallelArrays(shape: KeyShape): MongoError {
  const fields = shape.fields.map(({ path }) => path).join(', ');
  return new MongoError(
    'CannotIndexParallelArrays',
    `A document cannot be put into an index on (${fields}) with arrays in two of the fields.`,
  );
}

/** The beginning of a key and a digest of the whole: equal keys stay equal, different ones different. */
function truncateKey(key: Buffer, limit: number): Buffer {
  const digest = createHash('sha256').update(key).digest();
  return Buffer.concat([key.subarray(0, limit - digestBytes), digest]);
}

/** The length of an encoded value that can be relied on for order. */
export const reliableComponentBytes = maxComponentBytes - digestBytes;
export const reliableIdBytes = maxIdBytes - digestBytes;

/** The key of a document in its collection; a long `_id` is shortened, which keeps it unique but not in order. */
export function idKeyOf(id: BsonValue): { key: Buffer; truncated: boolean } {
  writer.reset();
  writer.component(id);
  const key = writer.take();
  if (key.length <= maxIdBytes) return { key, truncated: false };
  return { key: truncateKey(key, maxIdBytes), truncated: true };
}
