import { Decimal128, Double, Long } from 'bson';
import { addExact, type Exact, multiplyExact, toDecimal, toDouble, toExact } from './exact';
import { type BsonNumber, isInt32 } from './value';

const maxLong = 2n ** 63n - 1n;
const minLong = -(2n ** 63n);

/**
 * The sum, of the widest type of the two: int32 grows to int64 where it must.
 * @returns undefined where an int64 would overflow
 */
export function addNumbers(a: BsonNumber, b: BsonNumber): BsonNumber | undefined {
  return combine(a, b, addExact, (x, y) => x + y);
}

/** The product, by the rules of `addNumbers`. */
export function multiplyNumbers(a: BsonNumber, b: BsonNumber): BsonNumber | undefined {
  return combine(a, b, multiplyExact, (x, y) => x * y);
}

function combine(
  a: BsonNumber,
  b: BsonNumber,
  exactly: (a: Exact, b: Exact) => Exact,
  inDoubles: (a: number, b: number) => number,
): BsonNumber | undefined {
  if (a instanceof Decimal128 || b instanceof Decimal128) return combineDecimals(a, b, exactly, inDoubles);
  if (isDouble(a) || isDouble(b)) return makeDouble(inDoubles(toDouble(a), toDouble(b)));
  const { coefficient } = exactly(toExact(a), toExact(b));
  if (coefficient > maxLong || coefficient < minLong) return undefined;
  const isLong = a instanceof Long || b instanceof Long;
  return !isLong && isInt32(Number(coefficient)) ? Number(coefficient) : Long.fromBigInt(coefficient);
}

function combineDecimals(
  a: BsonNumber,
  b: BsonNumber,
  exactly: (a: Exact, b: Exact) => Exact,
  inDoubles: (a: number, b: number) => number,
): Decimal128 {
  if (isFinite(a) && isFinite(b)) return toDecimal(exactly(toExact(a), toExact(b)));
  return Decimal128.fromString(String(inDoubles(toDouble(a), toDouble(b))));
}

function isFinite(value: BsonNumber): boolean {
  if (value instanceof Decimal128) return !/Infinity|NaN/.test(value.toString());
  return Number.isFinite(toDouble(value));
}

export function isDouble(value: BsonNumber): boolean {
  return value instanceof Double || (typeof value === 'number' && !isInt32(value));
}

/** A double, also where it looks like an int32. */
export function makeDouble(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

/** The bits of `$bit`: both int32 or either int64. */
export function combineBits(
  a: number | Long,
  b: number | Long,
  operation: 'and' | 'or' | 'xor',
): number | Long {
  const wideA = Long.isLong(a) ? a : Long.fromNumber(a);
  const wideB = Long.isLong(b) ? b : Long.fromNumber(b);
  const result = wideA[operation](wideB);
  return Long.isLong(a) || Long.isLong(b) ? result : result.toInt();
}
