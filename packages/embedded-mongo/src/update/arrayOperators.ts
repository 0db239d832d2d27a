import { BSONRegExp } from 'bson';
import { compareValues, equalValues } from '../bson/compare';
import { describeValue } from '../bson/describe';
import { toDouble } from '../bson/exact';
import { type BsonDocument, type BsonValue, isDocument, isNumeric, typeNameOf } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { parseFilter } from '../query/filter';
import { buildTest } from '../query/matchers';
import { compareSortKeys, parseSort, sortKeyOf } from '../document/sort';
import type { Change } from './change';
import { getAt, setAt } from '../document/target';

/** The update operators of arrays. @throws MongoError `FailedToParse` where there is no such operator */
export function prepareArrayOperator(name: string, operand: BsonValue): Change {
  switch (name) {
    case '$push':
      return preparePush(operand);
    case '$addToSet':
      return prepareAddToSet(operand);
    case '$pop':
      return preparePop(operand);
    case '$pull':
      return removing(name, preparePull(operand));
    case '$pullAll':
      if (!Array.isArray(operand))
        throw bad(`$pullAll requires an array argument but was given a ${typeNameOf(operand)}`);
      return removing(name, (element) => operand.some((value) => equalValues(value, element)));
    default:
      throw new MongoError(
        'FailedToParse',
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update`,
      );
  }
}

function bad(message: string): MongoError {
  return new MongoError('BadValue', message);
}

/** The array at a path: a copy to change, empty where the field is missing. */
function arrayAt(document: BsonDocument, path: readonly string[], name: string): BsonValue[] {
  const value = getAt(document, path);
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.slice();
  throw bad(
    `The field '${path.join('.')}' must be an array but is of type ${typeNameOf(value)} in document ` +
      `{_id: ${describeValue(document.get('_id') ?? null)}} (${name})`,
  );
}

function modifiers(operand: BsonValue, name: string, allowed: readonly string[]): BsonDocument | undefined {
  if (!isDocument(operand) || !operand.has('$each')) return undefined;
  for (const modifier of operand.keys()) {
    if (!allowed.includes(modifier)) throw bad(`Unrecognized clause in ${name}: ${modifier}`);
  }
  return operand;
}

function eachOf(modifier: BsonDocument, name: string): BsonValue[] {
  const each = modifier.get('$each');
  if (!Array.isArray(each))
    throw bad(`The argument to $each in ${name} must be an array but it was of type ${typeNameOf(each)}`);
  return each;
}

function preparePush(operand: BsonValue): Change {
  const modifier = modifiers(operand, '$push', ['$each', '$slice', '$sort', '$position']);
  if (!modifier) {
    return (document, path) => setAt(document, path, [...arrayAt(document, path, '$push'), operand]);
  }
  const each = eachOf(modifier, '$push');
  const position = wholeOption(modifier, '$position');
  const slice = wholeOption(modifier, '$slice');
  const compare = modifier.has('$sort') ? elementOrder(modifier.get('$sort')!) : undefined;
  return (document, path) => {
    let array = arrayAt(document, path, '$push');
    // A negative position counts from the end, which splice does as well.
    array.splice(position ?? array.length, 0, ...each);
    if (compare) array.sort(compare);
    if (slice !== undefined) array = slice >= 0 ? array.slice(0, slice) : array.slice(slice);
    setAt(document, path, array);
  };
}

function wholeOption(modifier: BsonDocument, name: string): number | undefined {
  const value = modifier.get(name);
  if (value === undefined) return undefined;
  const number = isNumeric(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number))
    throw bad(`The value for ${name} must be a whole number but is ${describeValue(value)}`);
  return number;
}

function elementOrder(sort: BsonValue): (a: BsonValue, b: BsonValue) => number {
  if (isNumeric(sort)) {
    const direction = toDouble(sort);
    if (direction !== 1 && direction !== -1) throw bad('The $sort element value must be either 1 or -1');
    return (a, b) => compareValues(a, b) * direction;
  }
  const fields = parseSort(sort);
  const keyOf = (element: BsonValue): BsonValue[] =>
    sortKeyOf(isDocument(element) ? element : new Map<string, BsonValue>(), fields);
  return (a, b) => compareSortKeys(keyOf(a), keyOf(b), fields);
}

function prepareAddToSet(operand: BsonValue): Change {
  const modifier = modifiers(operand, '$addToSet', ['$each']);
  const values = modifier ? eachOf(modifier, '$addToSet') : [operand];
  return (document, path) => {
    const array = arrayAt(document, path, '$addToSet');
    for (const value of values) if (!array.some((element) => equalValues(element, value))) array.push(value);
    setAt(document, path, array);
  };
}

function preparePop(operand: BsonValue): Change {
  const direction = isNumeric(operand) ? toDouble(operand) : NaN;
  if (direction !== 1 && direction !== -1) {
    throw new MongoError('FailedToParse', `$pop expects 1 or -1, found: ${describeValue(operand)}`);
  }
  return (document, path) => {
    if (getAt(document, path) === undefined) return;
    const array = arrayAt(document, path, '$pop');
    setAt(document, path, direction === 1 ? array.slice(0, -1) : array.slice(1));
  };
}

/** Operators of a whole document, not of one value. */
const logicalOperators = new Set(['$and', '$or', '$nor', '$expr', '$comment']);

/** A condition with operators is asked of each element; a document is a filter of elements that are documents. */
function preparePull(operand: BsonValue): (element: BsonValue) => boolean {
  if (isDocument(operand)) {
    const [first] = operand.keys();
    if (first === undefined || !first.startsWith('$') || logicalOperators.has(first)) {
      const test = buildTest(parseFilter(operand));
      return (element) => element instanceof Map && test(element);
    }
  }
  if (!isDocument(operand) && !(operand instanceof BSONRegExp))
    return (element) => equalValues(element, operand);
  const test = buildTest(parseFilter(new Map([['element', operand]])));
  return (element) => test(new Map([['element', element]]));
}

function removing(name: string, isWanted: (element: BsonValue) => boolean): Change {
  return (document, path) => {
    if (getAt(document, path) === undefined) return;
    const array = arrayAt(document, path, name);
    setAt(
      document,
      path,
      array.filter((element) => !isWanted(element)),
    );
  };
}
