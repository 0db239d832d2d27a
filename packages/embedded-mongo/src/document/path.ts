import { LRUCache } from 'lru-cache';
import { type BsonDocument, type BsonValue } from '../bson/value';

const paths = new LRUCache<string, readonly string[]>({ max: 10_000 });

/** The steps of a dotted path. Paths repeat with every document, so that the split is kept. */
export function splitPath(path: string): readonly string[] {
  let parts = paths.get(path);
  if (!parts) paths.set(path, (parts = path.split('.')));
  return parts;
}

export function isIndexStep(step: string): boolean {
  return /^(0|[1-9]\d*)$/.test(step);
}

/**
 * Called with each value that a path leads to, undefined where it leads nowhere; true ends the walk. `placed` where
 * the last step is the place of the value in an array: a filter then takes an array whole.
 */
export type Visit = (value: BsonValue | undefined, placed?: boolean) => boolean;

/**
 * Follows a path as a query does. It goes through the documents of every array on the way, and through an
 * array's place where a step is a number. An array at the end is passed whole.
 */
export function walkPath(document: BsonDocument, parts: readonly string[], visit: Visit, from = 0): boolean {
  const value = document.get(parts[from]!);
  if (from === parts.length - 1) return visit(value);
  if (value instanceof Map) return walkPath(value, parts, visit, from + 1);
  if (Array.isArray(value)) return walkArray(value, parts, visit, from + 1);
  return visit(undefined);
}

function walkArray(
  array: readonly BsonValue[],
  parts: readonly string[],
  visit: Visit,
  from: number,
): boolean {
  const step = parts[from]!;
  if (isIndexStep(step)) {
    const element = array[Number(step)];
    if (element !== undefined) {
      if (from === parts.length - 1) {
        if (visit(element, true)) return true;
      } else if (element instanceof Map) {
        if (walkPath(element, parts, visit, from + 1)) return true;
      } else if (Array.isArray(element)) {
        if (walkArray(element, parts, visit, from + 1)) return true;
      }
    }
  }
  for (const element of array) {
    if (element instanceof Map && walkPath(element, parts, visit, from)) return true;
  }
  return false;
}
