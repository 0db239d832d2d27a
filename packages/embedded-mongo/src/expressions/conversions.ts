import { Decimal128, Long, ObjectId, Timestamp } from 'bson';
import { isDouble, makeDouble } from '../bson/arithmetic';
import { toDecimal, toDouble, toExact } from '../bson/exact';
import { type BsonValue, isNumeric, typeCodeOf, typeCodeOfName, typeNameOf } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { isTruthy } from './truth';
import { parseIsoDate } from './isoDate';
import { bad, isNil, longOf, type NamedOperator, type Operator, type Value } from './operator';

type Conversion = (value: BsonValue) => BsonValue | undefined;

function failed(value: BsonValue, to: string): MongoError {
  const shown = typeof value === 'string' ? ` '${value.slice(0, 100)}'` : '';
  return new MongoError(
    'ConversionFailure',
    `Unsupported conversion from ${typeNameOf(value)}${shown} to ${to} in $convert with no onError value`,
  );
}

/** The whole part of a number or of a text, where it lies within the bounds. */
function wholePart(value: BsonValue, low: bigint, high: bigint): bigint | undefined {
  let whole: bigint | undefined;
  if (typeof value === 'boolean') whole = value ? 1n : 0n;
  else if (typeof value === 'string') whole = /^-?\d+$/.test(value) ? BigInt(value) : undefined;
  else if (isNumeric(value)) {
    if (!Number.isFinite(toDouble(value))) return undefined;
    const { coefficient, exponent } = toExact(value);
    if (exponent > 40) return undefined;
    whole = exponent >= 0 ? coefficient * 10n ** BigInt(exponent) : coefficient / 10n ** BigInt(-exponent);
  }
  return whole !== undefined && whole >= low && whole <= high ? whole : undefined;
}

const decimalText = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?|nan)$/i;

function toDoubleValue(value: BsonValue): BsonValue | undefined {
  if (typeof value === 'boolean') return makeDouble(value ? 1 : 0);
  if (value instanceof Date) return makeDouble(value.getTime());
  if (typeof value === 'string')
    return decimalText.test(value) ? makeDouble(Number(namedNumber(value))) : undefined;
  if (!isNumeric(value)) return undefined;
  const double = toDouble(value);
  const overflows =
    value instanceof Decimal128 && !Number.isFinite(double) && !/Inf|NaN/.test(value.toString());
  return overflows ? undefined : makeDouble(double);
}

const namedNumber = (text: string): string =>
  text
    .replace(/inf(?:inity)?/i, 'Infinity')
    .replace(/nan/i, 'NaN')
    .replace(/^[+-]NaN/, 'NaN');

function toDecimalValue(value: BsonValue): BsonValue | undefined {
  if (typeof value === 'boolean') return Decimal128.fromString(value ? '1' : '0');
  if (value instanceof Date) return Decimal128.fromString(String(value.getTime()));
  if (typeof value === 'string')
    return decimalText.test(value) ? Decimal128.fromString(namedNumber(value)) : undefined;
  if (!isNumeric(value) || value instanceof Decimal128) return isNumeric(value) ? value : undefined;
  if (!isDouble(value)) return toDecimal(toExact(value));
  // MongoDB keeps the 15 digits of a double that are certain.
  const double = toDouble(value);
  return Decimal128.fromString(Number.isFinite(double) ? double.toPrecision(15) : String(double));
}

function toText(value: BsonValue): BsonValue | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  return isNumeric(value)
    ? value instanceof Long || value instanceof Decimal128
      ? value.toString()
      : String(toDouble(value))
    : undefined;
}

function toDate(value: BsonValue): BsonValue | undefined {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  if (typeof value === 'string') return parseIsoDate(value);
  if (!isNumeric(value) || (!isDouble(value) && !(value instanceof Long) && !(value instanceof Decimal128)))
    return undefined;
  const ms = wholePart(value, -8_640_000_000_000_000n, 8_640_000_000_000_000n);
  return ms === undefined ? undefined : new Date(Number(ms));
}

const conversions: Record<string, Conversion> = {
  double: toDoubleValue,
  string: toText,
  objectId: (value) => {
    if (value instanceof ObjectId) return value;
    return typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value) ? new ObjectId(value) : undefined;
  },
  bool: (value) => (isNumeric(value) ? isTruthy(value) : value !== false),
  date: toDate,
  int: (value) => {
    const whole = wholePart(value, -(2n ** 31n), 2n ** 31n - 1n);
    return whole === undefined ? undefined : Number(whole);
  },
  long: (value) => {
    if (value instanceof Date) return longOf(value.getTime());
    const whole = wholePart(value, -(2n ** 63n), 2n ** 63n - 1n);
    return whole === undefined ? undefined : Long.fromBigInt(whole);
  },
  decimal: toDecimalValue,
};

function convertTo(to: string, value: BsonValue): BsonValue {
  const converted = conversions[to]!(value);
  if (converted === undefined) throw failed(value, to);
  return converted;
}

const conversion = (to: string): Operator => ({
  min: 1,
  max: 1,
  apply: ([value]) => (isNil(value) ? null : convertTo(to, value)),
});

/** The name of a type that is given by name or by number. */
function typeNamed(to: BsonValue): string {
  const name =
    typeof to === 'string'
      ? to
      : Object.keys(conversions).find((known) => isNumeric(to) && typeCodeOfName(known) === toDouble(to));
  if (name !== undefined && Object.hasOwn(conversions, name)) return name;
  throw bad(
    `$convert to this type is not supported by the embedded store: ${typeof to === 'string' ? to : typeCodeOf(to)}`,
  );
}

export const conversionOperators: Record<string, Operator> = {
  $toBool: conversion('bool'),
  $toDate: conversion('date'),
  $toDecimal: conversion('decimal'),
  $toDouble: conversion('double'),
  $toInt: conversion('int'),
  $toLong: conversion('long'),
  $toObjectId: conversion('objectId'),
  $toString: conversion('string'),
  $isNumber: { min: 1, max: 1, apply: ([value]: readonly Value[]) => isNumeric(value) },
};

export const convertOperator: NamedOperator = {
  required: ['input', 'to'],
  optional: ['onError', 'onNull'],
  apply: ({ input, to, onError, onNull }, given) => {
    if (isNil(input)) return given.has('onNull') ? onNull : null;
    if (isNil(to)) return null;
    const type = typeNamed(to);
    if (!given.has('onError')) return convertTo(type, input);
    try {
      return convertTo(type, input);
    } catch (error) {
      if (error instanceof MongoError && error.codeName === 'ConversionFailure') return onError;
      throw error;
    }
  },
};
