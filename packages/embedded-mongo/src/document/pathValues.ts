import type { MongoError } from '../bson/mongoError';
import { type BsonDocument, type BsonValue, undefinedValue } from '../bson/value';
import { splitPath } from './path';

export interface PathField {
  readonly path: string;
  readonly descending: boolean;
}

type Fixed = (BsonValue | undefined)[];

/** Walks all fields of an index or a sort at once, and an array that several of them lie in together. */
export abstract class PathValues {
  multikey = false;

  constructor(private readonly paths: readonly PathField[]) {}

  collectAll(document: BsonDocument): void {
    const steps = this.paths.map(({ path }) => splitPath(path));
    this.collect(document, steps, new Array<undefined>(steps.length).fill(undefined));
  }

  /** Takes the values of the fields, in their order. The list is written over afterwards. */
  protected abstract emit(fixed: readonly (BsonValue | undefined)[]): void;
  /** Makes the error of two arrays that do not lie in each other. */
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

class Tuples extends PathValues {
  readonly tuples: Fixed[] = [];

  constructor(
    fields: readonly PathField[],
    protected readonly parallelArrays: () => MongoError,
  ) {
    super(fields);
  }

  protected emit(fixed: Fixed): void {
    this.tuples.push(fixed.slice());
  }
}

/** Returns the values of the fields, not encoded: several tuples where an array lies on a path. */
export function valueTuplesOf(
  document: BsonDocument,
  fields: readonly PathField[],
  parallelArrays: () => MongoError,
): Fixed[] {
  const collector = new Tuples(fields, parallelArrays);
  collector.collectAll(document);
  return collector.tuples;
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
