import { compareValues } from '../bson/compare';
import { toDouble } from '../bson/exact';
import { type BsonDocument, type BsonValue, isDocument, isNumeric, undefinedValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { valueTuplesOf } from './pathValues';
import { isIndexStep, splitPath, walkPath } from './path';

export interface SortField {
  readonly path: string;
  readonly descending: boolean;
}

/** Reads a sort. @throws MongoError `BadValue` where a direction is neither 1 nor -1 */
export function parseSort(value: BsonValue | undefined): SortField[] {
  if (value === undefined || value === null) return [];
  if (!isDocument(value)) throw new MongoError('TypeMismatch', 'A sort has to be a document.');
  return [...value].map(([path, direction]) => {
    if (isDocument(direction))
      throw new MongoError('BadValue', '$meta sort is not supported by the embedded store.');
    const number = isNumeric(direction) ? toDouble(direction) : NaN;
    if (number !== 1 && number !== -1) {
      throw new MongoError('BadValue', '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    if (path === '' || (path.startsWith('$') && path !== '$natural')) {
      throw new MongoError('BadValue', `A sort cannot be on the field '${path}'.`);
    }
    return { path, descending: number < 0 };
  });
}

/**
 * Returns the key that a document is sorted by: the first of the keys that it would have in an index of the
 * same fields. Of an array it is the least element where the order ascends, and the greatest where it
 * descends. Two fields of an array's documents come from one of them.
 * @throws MongoError `BadValue` where two fields lie in different arrays
 */
export function sortKeyOf(document: BsonDocument, fields: readonly SortField[]): BsonValue[] {
  const plain = plainKeyOf(document, fields);
  if (plain) return plain;
  if (fields.some(({ path }) => splitPath(path).some(isIndexStep))) return positionedKeyOf(document, fields);
  let best: BsonValue[] | undefined;
  for (const tuple of valueTuplesOf(document, fields, parallelArrays)) {
    const key = tuple.map((value) => value ?? null);
    if (!best || compareSortKeys(key, best, fields) < 0) best = key;
  }
  return best!;
}

/** The key of a document without arrays on the paths, which most are; else undefined. */
function plainKeyOf(document: BsonDocument, fields: readonly SortField[]): BsonValue[] | undefined {
  const key: BsonValue[] = [];
  for (const { path } of fields) {
    let value: BsonValue | undefined = document;
    for (const step of splitPath(path))
      value = value instanceof Map ? value.get(step) : arrayOrNothing(value);
    if (Array.isArray(value)) return undefined;
    key.push(value ?? null);
  }
  return key;
}

function arrayOrNothing(value: BsonValue | undefined): BsonValue | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** By places in arrays, where an index has no entries: each field for itself. */
function positionedKeyOf(document: BsonDocument, fields: readonly SortField[]): BsonValue[] {
  return fields.map(({ path, descending }) => {
    let best: BsonValue | undefined;
    const consider = (value: BsonValue): void => {
      const difference = best === undefined ? -1 : compareValues(value, best);
      if (best === undefined || (descending ? difference > 0 : difference < 0)) best = value;
    };
    walkPath(document, splitPath(path), (value) => {
      if (!Array.isArray(value)) consider(value ?? null);
      else if (value.length === 0) consider(undefinedValue);
      else value.forEach(consider);
      return false;
    });
    return best ?? null;
  });
}

function parallelArrays(): MongoError {
  return new MongoError('BadValue', 'cannot sort with keys that are parallel arrays');
}

export function compareSortKeys(
  a: readonly BsonValue[],
  b: readonly BsonValue[],
  fields: readonly SortField[],
): number {
  for (let i = 0; i < fields.length; i++) {
    const difference = compareValues(a[i]!, b[i]!);
    if (difference !== 0) return fields[i]!.descending ? -difference : difference;
  }
  return 0;
}
