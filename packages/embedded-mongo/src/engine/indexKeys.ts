import { createHash } from 'node:crypto';
import { KeyWriter } from '../bson/key';
import { type BsonDocument, type BsonValue, undefinedValue } from '../bson/value';
import { MongoError } from '../mongoError';
import { splitPath } from '../query/path';

/** lmdb takes keys of up to 1,978 bytes: 4 for the table, at most 1,400 for the values, at most 512 for the id. */
const maxComponentBytes = 1400;
const maxIdBytes = 512;
const digestBytes = 32;

/** The shape of an index as far as its keys go. */
export interface KeyShape {
  /** Path and direction of each component, first to last. */
  readonly fields: readonly { readonly path: string; readonly descending: boolean }[];
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

type Fixed = (BsonValue | undefined)[];

const writer = new KeyWriter();

/** The keys that a document has in an index. */
export function indexKeysOf(document: BsonDocument, shape: KeyShape): IndexKeys {
  const collector = new KeyCollector(shape);
  collector.collectAll(document);
  return collector;
}

/** The values of those keys, not encoded. `parallelArrays` makes the error of two arrays. */
export function valueTuplesOf(
  document: BsonDocument,
  fields: KeyShape['fields'],
  parallelArrays: () => MongoError,
): Fixed[] {
  const collector = new TupleCollector(fields, parallelArrays);
  collector.collectAll(document);
  return collector.tuples;
}

/** Walks all fields at once, and an array that several of them lie in together. */
abstract class Collector {
  multikey = false;

  constructor(private readonly paths: KeyShape['fields']) {}

  collectAll(document: BsonDocument): void {
    const steps = this.paths.map(({ path }) => splitPath(path));
    this.collect(document, steps, new Array<undefined>(steps.length).fill(undefined));
  }

  protected abstract emit(fixed: Fixed): void;
  protected abstract parallelArrays(): MongoError;

  /** `rests` are the steps that are still to go of each component; an empty one is settled in `fixed`. */
  private collect(document: BsonDocument, rests: (readonly string[])[], fixed: Fixed): void {
    let array: BsonValue[] | undefined;
    const viaArray: number[] = [];
    const nextRests = rests.slice();
    for (let i = 0; i < rests.length; i++) {
      if (rests[i]!.length === 0) continue;
      const { value, rest } = descend(document, rests[i]!);
      nextRests[i] = rest;
      if (!Array.isArray(value)) {
        nextRests[i] = [];
        fixed[i] = value;
        continue;
      }
      if (array && array !== value) throw this.parallelArrays();
      array = value;
      viaArray.push(i);
    }
    if (!array) return this.emit(fixed);
    this.multikey = true;
    this.expand(array, viaArray, nextRests, fixed);
  }

  private expand(array: BsonValue[], viaArray: number[], rests: (readonly string[])[], fixed: Fixed): void {
    const elements: (BsonValue | undefined)[] = array.length > 0 ? array : [undefinedValue];
    for (const element of elements) {
      const next = fixed.slice();
      const nextRests = rests.slice();
      for (const i of viaArray) if (rests[i]!.length === 0) next[i] = element;
      const inner: BsonDocument = element instanceof Map ? element : emptyDocument;
      this.collect(inner, nextRests, next);
    }
  }
}

class TupleCollector extends Collector {
  readonly tuples: Fixed[] = [];

  constructor(
    fields: KeyShape['fields'],
    protected readonly parallelArrays: () => MongoError,
  ) {
    super(fields);
  }

  protected emit(fixed: Fixed): void {
    this.tuples.push(fixed.slice());
  }
}

class KeyCollector extends Collector implements IndexKeys {
  readonly keys: Buffer[] = [];
  truncated = false;
  private seen: Set<string> | undefined;

  constructor(private readonly shape: KeyShape) {
    super(shape.fields);
  }

  protected parallelArrays(): MongoError {
    return parallelArrays(this.shape);
  }

  protected emit(fixed: Fixed): void {
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

const emptyDocument: BsonDocument = new Map();

/** Follows a path to its end or to the first array on the way. */
function descend(
  document: BsonDocument,
  path: readonly string[],
): { value: BsonValue | undefined; rest: readonly string[] } {
  let value: BsonValue | undefined = document;
  for (let at = 0; at < path.length; at++) {
    if (Array.isArray(value)) return { value, rest: path.slice(at) };
    if (!(value instanceof Map)) return { value: undefined, rest: [] };
    value = value.get(path[at]!);
  }
  return { value, rest: [] };
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

/** How much of an encoded value can be relied on for order. */
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
