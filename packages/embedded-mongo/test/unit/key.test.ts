import fc from 'fast-check';
import { Decimal128, Double, Long } from 'bson';
import { compareValues } from '../../src/bson/compare';
import { decodeDocument } from '../../src/bson/decode';
import { encodeDocument } from '../../src/bson/encode';
import { encodeKey, KeyWriter } from '../../src/bson/key';
import type { BsonValue } from '../../src/bson/value';
import { numbers, values } from '../support/storeValues';

const runs = { numRuns: 2000 };
const order = (a: BsonValue, b: BsonValue): number => Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)));

describe('the encoding of values as keys', () => {
  it('has the order of the values', () => {
    fc.assert(
      fc.property(values(), values(), (a, b) => order(a, b) === Math.sign(compareValues(a, b))),
      runs,
    );
  });

  it('has the order of numbers that lie close together, whatever their types', () => {
    fc.assert(
      fc.property(numbers(), numbers(), (a, b) => order(a, b) === Math.sign(compareValues(a, b))),
      runs,
    );
  });

  it('keeps the order of the first value, and then the second, in a compound key', () => {
    const compound = (first: BsonValue, second: BsonValue, descending: boolean): Buffer => {
      const writer = new KeyWriter();
      writer.component(first, descending);
      writer.component(second);
      return writer.take();
    };
    fc.assert(
      fc.property(values(), values(), values(), values(), fc.boolean(), (a, b, c, d, descending) => {
        const first = compareValues(a, c) * (descending ? -1 : 1);
        const expected = Math.sign(first || compareValues(b, d));
        return Math.sign(Buffer.compare(compound(a, b, descending), compound(c, d, descending))) === expected;
      }),
      runs,
    );
  });
});

describe('the comparison of values', () => {
  it('orders numbers exactly where doubles cannot tell them apart', () => {
    const sorted: BsonValue[] = [
      NaN,
      -Infinity,
      Decimal128.fromString('-1E+400'),
      Long.fromString('-9007199254740993'),
      new Double(-9007199254740992),
      Decimal128.fromString('-0.1'),
      0,
      Decimal128.fromString('1E-400'),
      5e-324,
      Decimal128.fromString('0.1'),
      0.1,
      new Double(9007199254740992),
      Long.fromString('9007199254740993'),
      Decimal128.fromString('9007199254740993.5'),
      Decimal128.fromString('1E+400'),
      Infinity,
    ];
    for (let i = 0; i + 1 < sorted.length; i++) {
      expect([i, Math.sign(compareValues(sorted[i]!, sorted[i + 1]!))]).toEqual([i, -1]);
    }
  });

  it('is an order: what is less than what is less is less', () => {
    fc.assert(
      fc.property(values(), values(), values(), (a, b, c) => {
        const [x, y, z] = [a, b, c].sort(compareValues) as [BsonValue, BsonValue, BsonValue];
        return compareValues(x, y) <= 0 && compareValues(y, z) <= 0 && compareValues(x, z) <= 0;
      }),
      runs,
    );
  });
});

describe('reading and writing BSON', () => {
  it('gives back the same bytes', () => {
    fc.assert(
      fc.property(fc.array(values(), { maxLength: 4 }), (list) => {
        const bytes = encodeDocument(new Map([['list', list]]));
        return encodeDocument(decodeDocument(bytes)).equals(bytes);
      }),
      runs,
    );
  });

  it('rejects damaged bytes with an error of its own, and never hangs', () => {
    const bytes = encodeDocument(
      new Map<string, BsonValue>([
        ['a', 'text'],
        ['b', [1, new Map([['c', null]])]],
      ]),
    );
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeDocument(bytes.subarray(0, length))).toThrow('not well-formed BSON');
    }
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = byte;
        try {
          decodeDocument(damaged);
        } catch (error) {
          expect((error as Error).message).toContain('not well-formed BSON');
        }
      }),
    );
  });
});
