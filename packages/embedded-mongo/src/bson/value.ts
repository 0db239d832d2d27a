import type { Binary, BSONRegExp, BSONSymbol, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { Code, type Decimal128, type Double, type Long } from 'bson';

/**
 * A document as the engine sees it. A Map keeps the order of the fields: a plain object moves keys that look
 * like integers to the front. A Map has no prototype to pollute.
 */
export type BsonDocument = Map<string, BsonValue>;

/**
 * A value that survives decode and encode without a change of type. A JavaScript number is an int32 where it
 * is a whole number in that range, and a double otherwise. A double that looks like an int32 is a `Double`;
 * every int64 is a `Long`.
 */
export type BsonValue =
  | null
  | boolean
  | number
  | string
  | Double
  | Long
  | Decimal128
  | ObjectId
  | Binary
  | Date
  | Timestamp
  | BSONRegExp
  | BSONSymbol
  | Code
  | MinKey
  | MaxKey
  | UndefinedValue
  | BsonValue[]
  | BsonDocument;

/** The key of an empty array in an index and in a sort: it comes before null. No document holds it. */
export class UndefinedValue {
  readonly _bsontype = 'Undefined';
}
export const undefinedValue = new UndefinedValue();

export type BsonNumber = number | Double | Long | Decimal128;

/** Places of the types in BSON's comparison order; all numbers share one, as do strings and symbols. */
export const typeOrder = {
  minKey: 1,
  undefined: 5,
  null: 10,
  number: 20,
  string: 30,
  object: 40,
  array: 50,
  binary: 60,
  objectId: 70,
  boolean: 80,
  date: 90,
  timestamp: 100,
  regex: 110,
  code: 120,
  codeWithScope: 130,
  maxKey: 250,
} as const;

const orderOfTag: Record<string, number> = {
  MinKey: typeOrder.minKey,
  Undefined: typeOrder.undefined,
  Double: typeOrder.number,
  Long: typeOrder.number,
  Decimal128: typeOrder.number,
  BSONSymbol: typeOrder.string,
  Binary: typeOrder.binary,
  ObjectId: typeOrder.objectId,
  Timestamp: typeOrder.timestamp,
  BSONRegExp: typeOrder.regex,
  MaxKey: typeOrder.maxKey,
};

/** The place of a value's type in BSON's comparison order. */
export function orderOf(value: BsonValue): number {
  if (typeof value === 'number') return typeOrder.number;
  if (typeof value === 'string') return typeOrder.string;
  if (typeof value === 'boolean') return typeOrder.boolean;
  if (value === null) return typeOrder.null;
  if (value instanceof Map) return typeOrder.object;
  if (Array.isArray(value)) return typeOrder.array;
  if (value instanceof Date) return typeOrder.date;
  if (value instanceof Code) return value.scope ? typeOrder.codeWithScope : typeOrder.code;
  return orderOfTag[(value as ObjectId)._bsontype] ?? typeOrder.maxKey;
}

export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff && !Object.is(value, -0);
}

/** The number of a value's BSON type, as `$type` takes it. */
export function typeCodeOf(value: BsonValue): number {
  if (value === null) return 10;
  if (typeof value === 'string') return 2;
  if (typeof value === 'number') return isInt32(value) ? 16 : 1;
  if (typeof value === 'boolean') return 8;
  if (value instanceof Map) return 3;
  if (Array.isArray(value)) return 4;
  if (value instanceof Date) return 9;
  return codeOfTag(value);
}

function codeOfTag(value: { _bsontype: string; scope?: unknown }): number {
  switch (value._bsontype) {
    case 'Double':
      return 1;
    case 'Binary':
      return 5;
    case 'ObjectId':
      return 7;
    case 'BSONRegExp':
      return 11;
    case 'Code':
      return value.scope ? 15 : 13;
    case 'BSONSymbol':
      return 14;
    case 'Timestamp':
      return 17;
    case 'Long':
      return 18;
    case 'Decimal128':
      return 19;
    case 'MinKey':
      return -1;
    default:
      return 127;
  }
}

const typeNames: Record<string, number> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

/** The type number of a name such as `int`, or undefined where there is no such type. */
export function typeCodeOfName(name: string): number | undefined {
  return Object.hasOwn(typeNames, name) ? typeNames[name] : undefined;
}

/** MongoDB's name of a value's type, for messages and `$type`. */
export function typeNameOf(value: BsonValue | undefined): string {
  if (value === undefined) return 'missing';
  const code = typeCodeOf(value);
  return Object.keys(typeNames).find((name) => typeNames[name] === code) ?? 'unknown';
}

export function isNumeric(value: BsonValue | undefined): value is BsonNumber {
  return value !== undefined && orderOf(value) === typeOrder.number;
}

export function isDocument(value: unknown): value is BsonDocument {
  return value instanceof Map;
}

/** A copy that shares no array or document with the original; the other values are never changed in place. */
export function cloneValue(value: BsonValue): BsonValue {
  if (isDocument(value)) return cloneDocument(value);
  return Array.isArray(value) ? value.map(cloneValue) : value;
}

export function cloneDocument(document: BsonDocument): BsonDocument {
  const copy: BsonDocument = new Map();
  for (const [name, value] of document) copy.set(name, cloneValue(value));
  return copy;
}
