import {
  type Binary,
  type BSONRegExp,
  type BSONSymbol,
  type Code,
  Decimal128,
  Long,
  type ObjectId,
  type Timestamp,
} from 'bson';
import { compareExact, toDouble, toExact } from './exact';
import { type BsonDocument, type BsonNumber, type BsonValue, orderOf, typeOrder } from './value';

/**
 * BSON's comparison order: by type first, then by value. Numbers of all types compare by their exact value; NaN
 * equals itself and comes before every other number.
 */
export function compareValues(a: BsonValue, b: BsonValue): number {
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const order = orderOf(a);
  const difference = order - orderOf(b);
  return difference !== 0 ? difference : compareSameType(order, a, b);
}

export function equalValues(a: BsonValue, b: BsonValue): boolean {
  return compareValues(a, b) === 0;
}

function compareSameType(order: number, a: BsonValue, b: BsonValue): number {
  switch (order) {
    case typeOrder.number:
      return compareNumbers(a as BsonNumber, b as BsonNumber);
    case typeOrder.string:
      return compareStrings(textOf(a as string), textOf(b as string));
    case typeOrder.object:
      return compareDocuments(a as BsonDocument, b as BsonDocument);
    case typeOrder.array:
      return compareArrays(a as BsonValue[], b as BsonValue[]);
    case typeOrder.binary:
      return compareBinaries(a as Binary, b as Binary);
    case typeOrder.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case typeOrder.boolean:
      return Number(a) - Number(b);
    case typeOrder.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case typeOrder.timestamp:
      return (a as Timestamp).compare(b as Timestamp);
    case typeOrder.regex:
      return compareRegexes(a as BSONRegExp, b as BSONRegExp);
    case typeOrder.code:
    case typeOrder.codeWithScope:
      return compareCode(a as Code, b as Code);
    default:
      return 0;
  }
}

function textOf(value: string | BSONSymbol): string {
  return typeof value === 'string' ? value : value.value;
}

/** By Unicode code point, which is the order of the UTF-8 bytes; JavaScript's own order is by UTF-16 unit. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const unitA = a.charCodeAt(at);
    const unitB = b.charCodeAt(at);
    if (unitA !== unitB) return rankOfUnit(unitA) - rankOfUnit(unitB);
  }
  return a.length - b.length;
}

/** Halves of surrogate pairs stand for code points above every other unit. */
function rankOfUnit(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

export function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

export function compareNumbers(a: BsonNumber, b: BsonNumber): number {
  if (a instanceof Long && b instanceof Long) return a.compare(b);
  if (!isWide(a) && !isWide(b)) return compareDoubles(toDouble(a), toDouble(b));
  const nearA = toDouble(a);
  const nearB = toDouble(b);
  // Rounding to a double keeps the order, so that only equal doubles need the exact values.
  if (nearA !== nearB) return compareDoubles(nearA, nearB);
  const infiniteA = isInfinite(a, nearA);
  const infiniteB = isInfinite(b, nearB);
  if (infiniteA || infiniteB) {
    // A decimal may be finite and still beyond every double.
    if (infiniteA && infiniteB) return 0;
    return infiniteA === nearA > 0 ? 1 : -1;
  }
  return compareExact(toExact(a), toExact(b));
}

function isWide(value: BsonNumber): boolean {
  return value instanceof Long || value instanceof Decimal128;
}

function isInfinite(value: BsonNumber, near: number): boolean {
  if (Number.isFinite(near) || Number.isNaN(near)) return false;
  return !(value instanceof Decimal128) || value.toString().endsWith('Infinity');
}

function compareDocuments(a: BsonDocument, b: BsonDocument): number {
  const others = b.entries();
  for (const [name, value] of a) {
    const next = others.next();
    if (next.done) return 1;
    const [otherName, other] = next.value;
    // Field by field: the type, then the name, then the value.
    const difference =
      orderOf(value) - orderOf(other) || compareStrings(name, otherName) || compareValues(value, other);
    if (difference !== 0) return difference;
  }
  return others.next().done ? 0 : -1;
}

function compareArrays(a: readonly BsonValue[], b: readonly BsonValue[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = compareValues(a[index]!, b[index]!);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  const difference = a.position - b.position || a.sub_type - b.sub_type;
  return difference !== 0 ? difference : Buffer.compare(bytesOf(a), bytesOf(b));
}

export function bytesOf(value: Binary): Uint8Array {
  return value.buffer.subarray(0, value.position);
}

function compareRegexes(a: BSONRegExp, b: BSONRegExp): number {
  return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options);
}

function compareCode(a: Code, b: Code): number {
  const difference = compareStrings(a.code, b.code);
  if (difference !== 0 || !a.scope || !b.scope) return difference;
  return compareDocuments(a.scope as unknown as BsonDocument, b.scope as unknown as BsonDocument);
}
