import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import fc from 'fast-check';
import type { BsonDocument, BsonValue } from '../../src/bson/value';

const decimals = [
  '0',
  '1',
  '-1',
  '0.1',
  '1.5',
  '9007199254740993',
  '9007199254740993.5',
  '1E+400',
  '-1E+400',
  '1E-400',
];
const longs = [
  '0',
  '1',
  '-1',
  '5',
  '9007199254740993',
  '-9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
];
const doubles = [
  0,
  -0,
  1,
  1.5,
  -1.5,
  0.1,
  NaN,
  Infinity,
  -Infinity,
  9007199254740992,
  9007199254740994,
  5e-324,
  1e300,
];

/** Numbers that lie close together, in all four types. */
export const numbers = (): fc.Arbitrary<BsonValue> =>
  fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: -0x80000000, max: 0x7fffffff }),
    fc.constantFrom(...doubles).map((value) => (Number.isInteger(value) ? new Double(value) : value)),
    fc.double().filter((value) => !Number.isInteger(value)),
    fc.constantFrom(...longs).map((text) => Long.fromString(text)),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
    fc.constantFrom(...decimals, 'NaN', 'Infinity', '-Infinity').map((text) => Decimal128.fromString(text)),
    fc
      .tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -20, max: 20 }))
      .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`)),
  );

const texts = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('', 'a', 'ab', 'b', 'a\0', 'a\0b', '\u00e9', '\uffff', '\u{10000}', '\u{1f600}'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );

const fieldNames = (): fc.Arbitrary<string> => fc.constantFrom('a', 'b', 'c', '1', '0');

const leaves = (): fc.Arbitrary<BsonValue> =>
  fc.oneof(
    { weight: 4, arbitrary: numbers() },
    { weight: 3, arbitrary: texts() },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.boolean() },
    {
      weight: 2,
      arbitrary: fc.oneof<fc.Arbitrary<BsonValue>[]>(
        fc.integer({ min: -5, max: 5 }).map((ms) => new Date(ms)),
        fc.constantFrom('0'.repeat(24), '0'.repeat(23) + '1', 'f'.repeat(24)).map((hex) => new ObjectId(hex)),
        fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(bytes, 0)),
        fc.constantFrom('a', 'b').map((pattern) => new BSONRegExp(pattern, 'i')),
        fc.integer({ min: 0, max: 3 }).map((i) => new Timestamp({ t: 1, i })),
        fc.constantFrom('x', 'y').map((code) => new Code(code)),
        fc.constant(new MinKey()),
        fc.constant(new MaxKey()),
      ),
    },
  );

/** Values of every BSON type, documents and arrays included. */
export const values = (): fc.Arbitrary<BsonValue> =>
  fc.letrec<{ value: BsonValue; document: BsonDocument }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 8, arbitrary: leaves() },
      { weight: 1, arbitrary: tie('document') },
      { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    ),
    document: fc
      .uniqueArray(fc.tuple(fieldNames(), tie('value')), { maxLength: 3, selector: ([name]) => name })
      .map((entries): BsonDocument => new Map(entries)),
  })).value;
