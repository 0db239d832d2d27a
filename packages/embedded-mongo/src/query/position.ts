import { type BsonDocument, type BsonValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Filter } from './filter';
import type { FilterNode } from './predicate';
import { buildElementTest, buildTest } from './matchers';
import { getAt } from '../document/target';

type LeafNode = Extract<FilterNode, { kind: 'leaf' }>;

/**
 * The place of the element by which the filter matched an array: what `$` stands for in an update or a projection.
 * Of several conditions on the array, one element that meets all is preferred to one that meets the last.
 * @throws MongoError `BadValue` where the filter says nothing of the array
 */
export function positionOf(
  document: BsonDocument,
  arrayPath: readonly string[],
  filter: Filter | undefined,
): string {
  const array = getAt(document, arrayPath);
  const tests = filter ? elementTests(filter.node, arrayPath.join('.')) : [];
  if (Array.isArray(array) && tests.length > 0) {
    const all = array.findIndex((element) => tests.every((test) => test(element)));
    const last = all >= 0 ? all : array.findIndex((element) => tests[tests.length - 1]!(element));
    if (last >= 0) return String(last);
  }
  throw new MongoError('BadValue', 'The positional operator did not find the match needed from the query.');
}

function elementTests(node: FilterNode, path: string): ((element: BsonValue) => boolean)[] {
  if (node.kind === 'and' || node.kind === 'or')
    return node.nodes.flatMap((inner) => elementTests(inner, path));
  if (node.kind !== 'leaf') return [];
  const test = elementTest(node, path);
  return test ? [test] : [];
}

function elementTest(
  { path, predicate }: LeafNode,
  arrayPath: string,
): ((element: BsonValue) => boolean) | undefined {
  if (path === arrayPath) {
    if (predicate.kind === 'elemMatchDocument') {
      const test = buildTest(predicate.node);
      return (element) => element instanceof Map && test(element);
    }
    return buildElementTest(predicate.kind === 'elemMatchValue' ? predicate.predicates : [predicate]);
  }
  if (!path.startsWith(`${arrayPath}.`)) return undefined;
  const test = buildTest({ kind: 'leaf', path: path.slice(arrayPath.length + 1), predicate });
  return (element) => element instanceof Map && test(element);
}
