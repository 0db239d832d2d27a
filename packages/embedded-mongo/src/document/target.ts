import { describeValue } from '../bson/describe';
import { type BsonDocument, type BsonValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { isIndexStep } from './path';

/** MongoDB's limit on the places that an update adds to an array to reach the one that it sets. */
const maxPadding = 1_500_000;

/** Returns the value at a path without wildcards, or undefined. */
export function getAt(document: BsonDocument, path: readonly string[]): BsonValue | undefined {
  let value: BsonValue | undefined = document;
  for (const step of path) {
    if (value instanceof Map) value = value.get(step);
    else if (Array.isArray(value) && isIndexStep(step)) value = value[Number(step)];
    else return undefined;
  }
  return value;
}

/**
 * Sets the value at a path; documents on the way are made where they are missing.
 * @throws MongoError `PathNotViable` where the path leads through something that has no fields
 */
export function setAt(document: BsonDocument, path: readonly string[], value: BsonValue): void {
  let at: BsonDocument | BsonValue[] = document;
  for (let i = 0; i < path.length - 1; i++) {
    const step = path[i]!;
    let child: BsonValue | undefined = at instanceof Map ? at.get(step) : at[arrayPlace(at, step, path)];
    if (child === undefined) {
      child = new Map();
      put(at, step, child, path);
    }
    if (!(child instanceof Map) && !Array.isArray(child)) throw notViable(path[i + 1]!, step, child);
    at = child;
  }
  put(at, path[path.length - 1]!, value, path);
}

function put(at: BsonDocument | BsonValue[], step: string, value: BsonValue, path: readonly string[]): void {
  if (at instanceof Map) {
    at.set(step, value);
    return;
  }
  const place = arrayPlace(at, step, path);
  while (at.length < place) at.push(null);
  at[place] = value;
}

function arrayPlace(array: readonly BsonValue[], step: string, path: readonly string[]): number {
  if (!isIndexStep(step))
    throw notViable(step, path.slice(0, path.indexOf(step)).join('.'), array as BsonValue[]);
  const place = Number(step);
  if (place - array.length > maxPadding) {
    throw new MongoError(
      'BadValue',
      `The path '${path.join('.')}' would fill an array with more than ${maxPadding} nulls.`,
    );
  }
  return place;
}

function notViable(step: string, parent: string, value: BsonValue): MongoError {
  return new MongoError(
    'PathNotViable',
    `Cannot create field '${step}' in element {${parent}: ${describeValue(value)}}`,
  );
}

/** Takes the value at a path away; in an array null takes its place. */
export function unsetAt(document: BsonDocument, path: readonly string[]): void {
  const parent = path.length === 1 ? document : getAt(document, path.slice(0, -1));
  const last = path[path.length - 1]!;
  if (parent instanceof Map) parent.delete(last);
  else if (Array.isArray(parent) && isIndexStep(last) && Number(last) < parent.length)
    parent[Number(last)] = null;
}
