import { Binary, BSONRegExp, BSONSymbol, Long } from 'bson';
import { bytesOf, compareValues, equalValues } from '../bson/compare';
import { toDouble } from '../bson/exact';
import { encodeKey } from '../bson/key';
import { type BsonDocument, type BsonValue, isNumeric, orderOf, typeCodeOf, typeOrder } from '../bson/value';
import { splitPath, walkPath } from '../document/path';
import { type Comparison, type FilterNode, type Predicate, type RegexOperand, toInteger } from './predicate';

export type Test = (document: BsonDocument) => boolean;

/** Tests one value, or undefined for a missing field. */
export type ValueTest = (value: BsonValue | undefined) => boolean;

export function buildTest(node: FilterNode): Test {
  switch (node.kind) {
    case 'constant':
      return () => node.value;
    case 'expression':
      return node.test;
    case 'leaf':
      return buildLeaf(node.path, node.predicate);
    case 'and': {
      const tests = node.nodes.map(buildTest);
      return (document) => tests.every((test) => test(document));
    }
    case 'or': {
      const tests = node.nodes.map(buildTest);
      return (document) => tests.some((test) => test(document));
    }
    case 'nor': {
      const tests = node.nodes.map(buildTest);
      return (document) => !tests.some((test) => test(document));
    }
  }
}

function buildLeaf(path: string, predicate: Predicate): Test {
  if (predicate.kind === 'not') {
    // Every operator of the field is asked over all values before the answer is turned around.
    const tests = predicate.predicates.map((inner) => buildLeaf(path, inner));
    return (document) => !tests.every((test) => test(document));
  }
  if (predicate.kind === 'all') {
    if (predicate.predicates.length === 0) return () => false;
    const tests = predicate.predicates.map((inner) => buildLeaf(path, inner));
    return (document) => tests.every((test) => test(document));
  }
  const parts = splitPath(path);
  const test = buildWithElements(predicate);
  if (parts.length === 1) return (document) => test(document.get(path));
  const whole = buildValueTest(predicate);
  return (document) => walkPath(document, parts, (value, placed) => (placed ? whole(value) : test(value)));
}

/** A predicate holds for an array where it holds for one of its elements, or for the array itself. */
function buildWithElements(predicate: Predicate): ValueTest {
  const test = buildValueTest(predicate);
  if (asksWholeArray(predicate)) return test;
  return (value) => {
    if (!Array.isArray(value)) return test(value);
    for (const element of value) if (test(element)) return true;
    return test(value);
  };
}

function asksWholeArray({ kind }: Predicate): boolean {
  return kind === 'exists' || kind === 'size' || kind === 'elemMatchValue' || kind === 'elemMatchDocument';
}

/** A predicate on one value, arrays taken whole: as `$elemMatch` and `$pull` ask their elements. */
export function buildValueTest(predicate: Predicate): ValueTest {
  switch (predicate.kind) {
    case 'eq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return buildComparison(predicate.kind, predicate.value);
    case 'in':
      return buildIn(predicate.values, predicate.regexes);
    case 'regex':
      return buildRegex(predicate.regex);
    case 'exists':
      return (value) => value !== undefined;
    case 'type':
      return buildType(predicate.codes);
    case 'size':
      return (value) => Array.isArray(value) && value.length === predicate.size;
    case 'mod':
      return buildMod(predicate.divisor, predicate.remainder);
    case 'bits':
      return buildBits(predicate.mode, predicate.mask);
    case 'elemMatchValue': {
      const test = buildElementTest(predicate.predicates);
      return (value) => Array.isArray(value) && value.some(test);
    }
    case 'elemMatchDocument': {
      const test = buildTest(predicate.node);
      return (value) => Array.isArray(value) && value.some((element) => matchesElement(element, test));
    }
    case 'all':
    case 'not':
      return buildElementTest([predicate]);
  }
}

/** A nested array is asked like a document whose fields are its places. */
function matchesElement(element: BsonValue, test: Test): boolean {
  if (element instanceof Map) return test(element);
  return Array.isArray(element) && test(new Map(element.map((value, index) => [String(index), value])));
}

/** Returns all predicates on one value, as `$elemMatch` tests an element: an array in it is not searched. */
export function buildElementTest(predicates: readonly Predicate[]): ValueTest {
  const tests = predicates.map((predicate): ValueTest => {
    if (predicate.kind === 'not') {
      const inner = buildElementTest(predicate.predicates);
      return (value) => !inner(value);
    }
    if (predicate.kind === 'all') {
      const inner = predicate.predicates.map(buildWithElements);
      return (value) => inner.length > 0 && inner.every((test) => test(value));
    }
    return buildValueTest(predicate);
  });
  return (value) => tests.every((test) => test(value));
}

function buildComparison(kind: Comparison, operand: BsonValue): ValueTest {
  const order = orderOf(operand);
  // Null equals a missing field, too. Nothing is greater or less than null.
  if (operand === null) {
    if (kind === 'gt' || kind === 'lt') return () => false;
    return (value) => value === undefined || value === null;
  }
  if (kind === 'eq') return (value) => value !== undefined && compareValues(value, operand) === 0;
  const accepts = acceptorOf(kind);
  // Types are compared only with their own kind, except with the ends of the order.
  if (order === typeOrder.minKey || order === typeOrder.maxKey) {
    return (value) => value !== undefined && accepts(compareValues(value, operand));
  }
  if (order !== typeOrder.number) {
    return (value) =>
      value !== undefined && orderOf(value) === order && accepts(compareValues(value, operand));
  }
  const operandIsNaN = isNaNValue(operand);
  return (value) => {
    if (!isNumeric(value)) return false;
    // NaN is neither above nor below a number; it only equals itself.
    if (operandIsNaN || isNaNValue(value)) return operandIsNaN && isNaNValue(value) && accepts(0);
    return accepts(compareValues(value, operand));
  };
}

export function isNaNValue(value: BsonValue): boolean {
  return isNumeric(value) && Number.isNaN(toDouble(value));
}

function acceptorOf(kind: Comparison): (difference: number) => boolean {
  switch (kind) {
    case 'gt':
      return (difference) => difference > 0;
    case 'gte':
      return (difference) => difference >= 0;
    case 'lt':
      return (difference) => difference < 0;
    case 'lte':
      return (difference) => difference <= 0;
    case 'eq':
      return (difference) => difference === 0;
  }
}

/** From this many values on, a set of their encodings is asked in place of each in turn. */
const manyValues = 8;

function buildIn(values: readonly BsonValue[], regexes: readonly RegexOperand[]): ValueTest {
  const hasNull = values.includes(null);
  const patterns = regexes.map(buildRegex);
  const contains = values.length < manyValues ? containsByComparison(values) : containsByKey(values);
  return (value) => {
    if (value === undefined || value === null) return hasNull;
    return contains(value) || patterns.some((test) => test(value));
  };
}

function containsByComparison(values: readonly BsonValue[]): (value: BsonValue) => boolean {
  return (value) => values.some((other) => equalValues(value, other));
}

function containsByKey(values: readonly BsonValue[]): (value: BsonValue) => boolean {
  const keys = new Set(values.map((value) => encodeKey(value).toString('latin1')));
  return (value) => keys.has(encodeKey(value).toString('latin1'));
}

function buildRegex({ source, pattern }: RegexOperand): ValueTest {
  return (value) => {
    if (typeof value === 'string') return pattern.test(value);
    if (value instanceof BSONSymbol) return pattern.test(value.value);
    return value instanceof BSONRegExp && equalValues(value, source);
  };
}

function buildType(codes: readonly (number | 'number')[]): ValueTest {
  return (value) => {
    if (value === undefined) return false;
    return codes.some((code) => (code === 'number' ? isNumeric(value) : typeCodeOf(value) === code));
  };
}

function buildMod(divisor: bigint, remainder: bigint): ValueTest {
  return (value) => {
    const number = value === undefined ? undefined : toInteger(value);
    return number !== undefined && number % divisor === remainder;
  };
}

function buildBits(mode: 'AllSet' | 'AllClear' | 'AnySet' | 'AnyClear', mask: bigint): ValueTest {
  return (value) => {
    const bits = value === undefined ? undefined : bitsOf(value);
    if (bits === undefined) return false;
    const set = bits & mask;
    switch (mode) {
      case 'AllSet':
        return set === mask;
      case 'AllClear':
        return set === 0n;
      case 'AnySet':
        return set !== 0n;
      case 'AnyClear':
        return set !== mask;
    }
  };
}

function bitsOf(value: BsonValue): bigint | undefined {
  if (value instanceof Binary)
    return bytesOf(value).reduceRight<bigint>((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
  if (!isNumeric(value)) return undefined;
  if (!(value instanceof Long) && !Number.isInteger(toDouble(value))) return undefined;
  const integer = toInteger(value);
  return integer === undefined ? undefined : BigInt.asUintN(64, integer);
}
