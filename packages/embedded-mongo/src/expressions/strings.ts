import { compareStrings } from '../bson/compare';
import { isNumeric } from '../bson/value';
import {
  bad,
  isNil,
  type NamedOperator,
  type Operator,
  textOf,
  type Value,
  wholeOf,
  wrong,
} from './operator';

/** MongoDB changes the case of ASCII letters only. */
const upper = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Numbers and dates are taken as texts, null and missing as the empty one. */
function coerce(name: string, value: Value): string {
  if (isNil(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumeric(value)) return typeof value === 'number' ? String(value) : value.toString();
  if (value instanceof Date) return value.toISOString();
  throw wrong(name, value);
}

const one = (apply: (value: Value) => Value): Operator => ({
  min: 1,
  max: 1,
  apply: ([value]) => apply(value),
});

/** The parts of a text that a place counts: bytes of UTF-8 or code points. */
interface Unit {
  readonly name: string;
  split(text: string): readonly (string | number)[];
}
const points: Unit = { name: 'CP', split: (text) => Array.from(text) };
const bytes: Unit = { name: 'Bytes', split: (text) => [...Buffer.from(text)] };

function indexOf({ name, split }: Unit): Operator {
  const operator = `$indexOf${name}`;
  return {
    min: 2,
    max: 4,
    apply: ([text, wanted, from = 0, to]) => {
      if (isNil(text)) return null;
      const all = split(textOf(operator, text));
      const sought = split(textOf(operator, wanted));
      const start = wholeOf(operator, from);
      const end = to === undefined ? all.length : wholeOf(operator, to);
      if (start < 0 || end < 0) throw bad(`${operator} requires a nonnegative start and end`);
      const last = Math.min(end, all.length) - sought.length;
      for (let at = start; at <= last; at++) if (sought.every((part, i) => all[at + i] === part)) return at;
      return -1;
    },
  };
}

function substring(operator: string, unit: Unit): Operator {
  return {
    min: 3,
    max: 3,
    apply: ([text, from, length]) => {
      const start = wholeOf(operator, from);
      const count = wholeOf(operator, length);
      if (start < 0) throw bad(`${operator}: the starting index must be non-negative`);
      if (count < 0 && unit === points) throw bad(`${operator}: the length must be a nonnegative value`);
      const whole = coerce(operator, text);
      const end = count < 0 ? undefined : start + count;
      if (unit === points) return Array.from(whole).slice(start, end).join('');
      const all = Buffer.from(whole);
      for (const place of [start, Math.min(end ?? all.length, all.length)]) {
        if (place < all.length && (all[place]! & 0xc0) === 0x80)
          throw bad(`${operator}: Invalid range, starts or ends in the middle of a UTF-8 character`);
      }
      return all.toString('utf8', start, end);
    },
  };
}

/** The characters that `$trim` removes without `chars`. */
const whitespace =
  '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

function trim(name: string, left: boolean, right: boolean): NamedOperator {
  return {
    required: ['input'],
    optional: ['chars'],
    apply: ({ input, chars }, given) => {
      if (isNil(input) || (given.has('chars') && isNil(chars))) return null;
      const cut = new Set(given.has('chars') ? textOf(name, chars) : whitespace);
      const all = Array.from(textOf(name, input));
      let [start, end] = [0, all.length];
      while (left && start < end && cut.has(all[start]!)) start++;
      while (right && end > start && cut.has(all[end - 1]!)) end--;
      return all.slice(start, end).join('');
    },
  };
}

function replace(name: string, all: boolean): NamedOperator {
  return {
    required: ['input', 'find', 'replacement'],
    optional: [],
    apply: ({ input, find, replacement }) => {
      const texts = [input, find, replacement].map((value) => (isNil(value) ? null : textOf(name, value)));
      if (texts.includes(null)) return null;
      const [text, sought, by] = texts as [string, string, string];
      return all ? text.replaceAll(sought, () => by) : text.replace(sought, () => by);
    },
  };
}

export const stringOperators: Record<string, Operator> = {
  $concat: {
    min: 0,
    max: Infinity,
    apply: (texts) => (texts.some(isNil) ? null : texts.map((text) => textOf('$concat', text)).join('')),
  },
  $toUpper: one((value) => upper(coerce('$toUpper', value))),
  $toLower: one((value) => lower(coerce('$toLower', value))),
  $strLenBytes: one((value) => Buffer.byteLength(textOf('$strLenBytes', value))),
  $strLenCP: one((value) => Array.from(textOf('$strLenCP', value)).length),
  $strcasecmp: {
    min: 2,
    max: 2,
    apply: ([a, b]) =>
      Math.sign(compareStrings(upper(coerce('$strcasecmp', a)), upper(coerce('$strcasecmp', b)))),
  },
  $split: {
    min: 2,
    max: 2,
    apply: ([text, by]) => {
      if (isNil(text) || isNil(by)) return null;
      const delimiter = textOf('$split', by);
      if (delimiter === '') throw bad('$split requires a non-empty separator');
      return textOf('$split', text).split(delimiter);
    },
  },
  $indexOfBytes: indexOf(bytes),
  $indexOfCP: indexOf(points),
  $substr: substring('$substr', bytes),
  $substrBytes: substring('$substrBytes', bytes),
  $substrCP: substring('$substrCP', points),
};

export const namedStringOperators: Record<string, NamedOperator> = {
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $replaceOne: replace('$replaceOne', false),
  $replaceAll: replace('$replaceAll', true),
};
