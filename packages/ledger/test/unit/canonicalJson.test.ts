import fc from 'fast-check';
import { canonicalJson, type Json } from '../../src/canonicalJson';

/** The IEEE 754 bits of RFC 8785, appendix B, with the expected text of each. */
const numbers: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

const number = (bits: string) => Buffer.from(bits, 'hex').readDoubleBE();

describe('RFC 8785', () => {
  it.each(numbers)('the number %s is written as %s (appendix B)', (bits, written) => {
    expect(canonicalJson(number(bits))).toBe(written);
  });

  it.each([['7fffffffffffffff'], ['7ff0000000000000']])('the number %s is rejected (appendix B)', (bits) => {
    expect(() => canonicalJson(number(bits))).toThrow(TypeError);
  });

  it('writes the sample of section 3.2.2 with its bytes of section 3.2.4', () => {
    const sample = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`) as Json;
    expect(Buffer.from(canonicalJson(sample)).toString('hex')).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b33333333333333' +
        '33332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac' +
        '245c75303030665c6e4127425c225c5c5c5c5c222f227d',
    );
  });

  it('sorts names by UTF-16 code units, the sample of section 3.2.3', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(sample)) as object).map(String)).toEqual(
      // An object of JavaScript has whole numbers first: the text is compared beside it.
      [
        'One',
        'Carriage Return',
        'Control',
        'Latin Small Letter O With Diaeresis',
        'Euro Sign',
        'Emoji: Grinning Face',
        'Hebrew Letter Dalet With Dagesh',
      ],
    );
    expect(canonicalJson(sample).startsWith('{"\\r":"Carriage Return","1":"One",')).toBe(true);
  });
});

it('says the same of a value whatever the order of its names, and loses nothing of it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
      expect(canonicalJson(reversed(value) as Json)).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, part]) => [name, reversed(part)]),
  );
}

it.each<[string, unknown, RegExp]>([
  ['undefined in a list', [1, undefined], /^\[1\] is of type undefined/],
  ['a hole in a list', Array(1), /^\[0\] is of type undefined/],
  ['a big integer', { a: { b: 1n } }, /^a\.b is of type bigint/],
  ['a date', { at: new Date(0) }, /^at is an object of a class/],
  ['a map', new Map(), /^the value is an object of a class/],
  ['half of a surrogate pair in a name', { '\ude00': 1 }, /surrogate/],
])('%s is rejected, with its place', (_what, value, says) => {
  expect(() => canonicalJson(value as Json)).toThrow(says);
});

it('omits a field that is undefined, and rejects values nested without end', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  const endless: Record<string, unknown> = {};
  endless['self'] = endless;
  expect(() => canonicalJson(endless as Json)).toThrow(/nested deeper/);
});
