import fc from 'fast-check';
import { compileRegex, compileSearch } from '../../src/regex/regex';

const matches = (pattern: string, text: string, options = ''): boolean =>
  compileRegex(pattern, options).test(text);
const found = (pattern: string, text: string, options = ''): unknown[] =>
  [...compileSearch(pattern, options)(text)].map(({ start, text: whole, captures }) => [
    start,
    whole,
    captures,
  ]);

/** Patterns that PCRE, JavaScript and RE2 read alike. */
const patterns = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  pattern: fc
    .array(fc.tuple(tie('atom'), fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '*?', '+?')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.map(([atom, quantifier]) => atom + quantifier).join('')),
  atom: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom('a', 'b', 'ab', '.', '[ab]', '[^a]', '[a-c]', '\\d', '\\w', '\\.', 'A', '1', 'é'),
    tie('pattern').map((inner) => `(?:${inner})`),
    tie('pattern').map((inner) => `(${inner})`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(?:${left}|${right})`),
  ),
}));
const texts = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'A', '1', '.', 'é', '😀', ' '),
  maxLength: 12,
});

describe('a pattern', () => {
  it('matches what JavaScript matches, where both read it alike', () => {
    fc.assert(
      fc.property(
        patterns.pattern,
        texts,
        fc.constantFrom('', 'i'),
        fc.boolean(),
        (pattern, text, options, start) => {
          const whole = start ? `^${pattern}` : pattern;
          expect(matches(whole, text, options)).toBe(new RegExp(whole, `${options}su`).test(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds the places that JavaScript finds', () => {
    fc.assert(
      fc.property(patterns.pattern, texts, (pattern, text) => {
        const expected = new RegExp(pattern, 'su').exec(text);
        const [first] = compileSearch(pattern, 's')(text);
        expect(first?.start).toBe(expected?.index);
        // A repeated group that may be empty ends elsewhere in JavaScript than in PCRE and RE2.
        if (!/\)[*+?{]/.test(pattern)) expect(first?.text).toBe(expected?.[0]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['^(a+)+$', `${'a'.repeat(100_000)}!`],
    ['(x+x+)+y', 'x'.repeat(100_000)],
    ['^(a|aa)+$', `${'a'.repeat(100_000)}b`],
    ['([a-z]+)*\\d', 'z'.repeat(100_000)],
    ['(.*)*=', 'q'.repeat(100_000)],
  ])('takes time linear in the text: %s', (pattern, text) => {
    const start = performance.now();
    expect(matches(pattern, text)).toBe(false);
    expect(matches(pattern, text, 'i')).toBe(false);
    // Backtracking would take longer than the universe is old.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('PCRE', () => {
  it.each<[string, string, string, boolean]>([
    ['a$', 'a\n', '', true],
    ['a$', 'a\nb', '', false],
    ['a$', 'a\nb', 'm', true],
    ['a\\Z', 'a\n', '', true],
    ['a\\z', 'a\n', '', false],
    ['^b', 'a\nb', '', false],
    ['^b', 'a\nb', 'm', true],
    ['(?m)^b', 'a\nb', '', true],
    ['a.b', 'a\nb', '', false],
    ['a.b', 'a\nb', 's', true],
    ['a.b', 'a\rb', '', true],
    ['(?s)a.b', 'a\nb', '', true],
    ['ET', 'met', 'i', true],
    ['(?i)ET', 'met', '', true],
    ['m(?i:E)T', 'meT', '', true],
    ['m(?i:E)T', 'met', '', false],
    ['джамель', 'Джамель', 'i', true],
    ['a b # comment\n c', 'abc', 'x', true],
    ['a\\ b[ ]c', 'a b c', 'x', true],
    ['a b', 'ab', '', false],
    ['(?x) a b', 'ab', '', true],
    ['a(?#comment)b', 'ab', '', true],
    ['\\Qa.b\\E', 'a.b', '', true],
    ['\\Qa.b\\E', 'axb', '', false],
    ['^\\h+$', '\t ', '', true],
    ['^\\R$', '\r\n', '', true],
    ['^\\N$', 'x', '', true],
    ['^\\s$', '\x0B', '', true],
    ['^\\d$', '٣', '', false],
    ['^\\w$', 'é', '', false],
    ['^\\p{L}+$', 'é', '', true],
    ['[[:alpha:]]', 'x', '', true],
    ['[]a]', ']', '', true],
    ['[[a]', '[', '', true],
    ['^(?<name>a)(?P<other>b)$', 'ab', '', true],
    ['\\-\\/\\_\\@', '-/_@', '', true],
    ['a{,3}', 'a{,3}', '', true],
    ['x}+', 'x}}', '', true],
    ['a', 'A', 'u', false],
  ])('/%s/ asked of %j with options "%s"', (pattern, text, options, expected) => {
    expect(matches(pattern, text, options)).toBe(expected);
  });

  it.each([
    ['(?=a)', 'look-around'],
    ['(?!a)', 'look-around'],
    ['(?<=a)b', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['(a)\\1', 'back references'],
    ['(?<n>a)\\k<n>', 'back references'],
    ['(?P<n>a)(?P=n)', 'back references'],
    ['(?>a+)', 'atomic'],
    ['a++', 'possessive'],
    ['(a|(?R))', 'recursion'],
    ['(?(1)a|b)', 'conditional'],
    ['(*UCP)a', 'verbs'],
    ['a\\Kb', '\\K'],
    ['(', 'missing closing'],
    ['[a', 'character class'],
    ['a{1001}', 'repeat count'],
    ['((a{30}){30}b){30}', ''],
    ['a\\', 'backslash'],
  ])('that needs backtracking or is invalid is rejected: /%s/', (pattern, reason) => {
    expect(() => matches(pattern, 'a')).toThrow(expect.objectContaining({ code: 51091 }) as Error);
    expect(() => matches(pattern, 'a')).toThrow(reason);
  });

  it('with a null byte is rejected as a value, and is no failure of the store', () => {
    const bad = expect.objectContaining({ code: 2 }) as Error;
    expect(() => matches('a\0b', 'a')).toThrow(bad);
    expect(() => found('a\0b', 'a')).toThrow(bad);
  });

  it.each(['~', 'g', 'l', 'U'])('has no option %s', (option) => {
    expect(() => matches('a', 'a', option)).toThrow(expect.objectContaining({ code: 51108 }) as Error);
  });

  it('finds every match with its captures, without the line break at the end', () => {
    expect(found('(a)|(b)', 'a-b')).toEqual([
      [0, 'a', ['a', null]],
      [2, 'b', [null, 'b']],
    ]);
    expect(found('(b)$', 'ab\n')).toEqual([[1, 'b', ['b']]]);
    expect(found('x*', 'axb').map((one) => (one as unknown[])[1])).toEqual(['', 'x', '', '']);
  });
});
