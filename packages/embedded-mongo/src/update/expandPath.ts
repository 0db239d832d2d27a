import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { type Filter, parseFilter } from '../query/filter';
import { buildTest } from '../query/matchers';
import { describeValue } from '../bson/describe';
import { getAt } from '../document/target';
import { positionOf } from '../query/position';

/** Asks an element of an array whether an update is meant for it. */
export type ElementFilter = (element: BsonValue) => boolean;

export type ArrayFilters = ReadonlyMap<string, ElementFilter>;

const filteredStep = /^\$\[(.*)\]$/;

/** Reads `arrayFilters`: each is about one identifier. @throws MongoError `FailedToParse`, `BadValue` */
export function readArrayFilters(value: BsonValue | undefined): ArrayFilters {
  const filters = new Map<string, ElementFilter>();
  if (value === undefined || value === null) return filters;
  if (!Array.isArray(value)) throw new MongoError('TypeMismatch', 'arrayFilters must be an array.');
  for (const source of value) {
    if (!isDocument(source))
      throw new MongoError('TypeMismatch', 'Each of the arrayFilters must be a document.');
    const identifier = identifierOf(source);
    if (filters.has(identifier)) {
      throw new MongoError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${identifier}`,
      );
    }
    // The element is asked as the field of a document that has its identifier as name.
    const test = buildTest(parseFilter(source));
    filters.set(identifier, (element) => test(new Map([[identifier, element]])));
  }
  return filters;
}

function identifierOf(filter: BsonDocument): string {
  const names = new Set<string>();
  const visit = (document: BsonDocument): void => {
    for (const [name, operand] of document) {
      if (!name.startsWith('$')) names.add(name.split('.', 1)[0]!);
      else if (Array.isArray(operand)) for (const branch of operand) if (isDocument(branch)) visit(branch);
    }
  };
  visit(filter);
  const [name] = names;
  if (names.size !== 1 || !/^[a-z][a-zA-Z0-9]*$/.test(name!)) {
    throw new MongoError(
      'FailedToParse',
      'An array filter must use one identifier, which begins with a lower case letter.',
    );
  }
  return name!;
}

/** The identifiers that a path uses. */
export function identifiersOf(path: readonly string[]): string[] {
  return path
    .map((step) => filteredStep.exec(step)?.[1])
    .filter((name) => name !== undefined && name !== '') as string[];
}

/**
 * The paths that a path with `$`, `$[]` or `$[identifier]` stands for in a document.
 * @throws MongoError `BadValue` where there is no array, or the filter matched none of its elements
 */
export function expandPath(
  document: BsonDocument,
  path: readonly string[],
  filters: ArrayFilters,
  query: Filter | undefined,
): string[][] {
  let paths: string[][] = [[]];
  for (const step of path) {
    if (step === '$') paths = paths.map((prefix) => [...prefix, positionOf(document, prefix, query)]);
    else if (filteredStep.test(step)) {
      const identifier = filteredStep.exec(step)![1]!;
      paths = paths.flatMap((prefix) => expandElements(document, prefix, identifier, filters));
    } else paths = paths.map((prefix) => [...prefix, step]);
  }
  return paths;
}

function expandElements(
  document: BsonDocument,
  prefix: string[],
  identifier: string,
  filters: ArrayFilters,
): string[][] {
  const array = getAt(document, prefix);
  const name = prefix.join('.');
  if (array === undefined) {
    throw new MongoError(
      'BadValue',
      `The path '${name}' must exist in the document in order to apply array updates.`,
    );
  }
  if (!Array.isArray(array)) {
    throw new MongoError(
      'BadValue',
      `Cannot apply array updates to non-array element ${name}: ${describeValue(array)}`,
    );
  }
  const filter = identifier === '' ? undefined : filters.get(identifier);
  if (identifier !== '' && !filter) {
    throw new MongoError(
      'BadValue',
      `No array filter found for identifier '${identifier}' in path '${name}'`,
    );
  }
  const paths: string[][] = [];
  array.forEach((element, at) => {
    if (!filter || filter(element)) paths.push([...prefix, String(at)]);
  });
  return paths;
}
