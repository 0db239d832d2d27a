import { compareValues } from '../bson/compare';
import { type BsonDocument, type BsonValue, isDocument, isNumeric } from '../bson/value';
import { toDouble } from '../bson/exact';
import { compareSortKeys, parseSort, sortKeyOf } from '../document/sort';
import {
  arrayOf,
  bad,
  isNil,
  type NamedOperator,
  type Operator,
  type Value,
  wholeOf,
  wrong,
} from './operator';

const maxRange = 1_000_000;

function range([from, to, by = 1]: readonly Value[]): BsonValue[] {
  const [start, end, step] = [wholeOf('$range', from), wholeOf('$range', to), wholeOf('$range', by)];
  if (step === 0) throw bad('$range requires a non-zero step value');
  const count = Math.max(0, Math.ceil((end - start) / step));
  if (count > maxRange) throw bad(`$range would make ${count} numbers: at most ${maxRange} are supported`);
  return Array.from({ length: count }, (_, n) => start + n * step);
}

function slice([array, from, length]: readonly Value[]): Value {
  if (isNil(array) || from === null || length === null) return null;
  const all = arrayOf('$slice', array);
  const first = wholeOf('$slice', from);
  if (length === undefined) return first >= 0 ? all.slice(0, first) : all.slice(first);
  const count = wholeOf('$slice', length);
  if (count <= 0) throw bad('Third argument to $slice must be positive');
  const start = first >= 0 ? first : Math.max(0, all.length + first);
  return all.slice(start, start + count);
}

function indexOfArray([array, sought, from = 0, to]: readonly Value[]): Value {
  if (isNil(array)) return null;
  const all = arrayOf('$indexOfArray', array);
  const [start, end] = [
    wholeOf('$indexOfArray', from),
    to === undefined ? all.length : wholeOf('$indexOfArray', to),
  ];
  if (start < 0 || end < 0) throw bad('$indexOfArray requires a nonnegative start and end');
  const at =
    sought === undefined
      ? -1
      : all.findIndex((element, n) => n >= start && n < end && compareValues(element, sought) === 0);
  return at;
}

function fieldOf(element: BsonValue): [string, BsonValue] {
  const [name, value] = Array.isArray(element)
    ? element
    : isDocument(element) && element.has('k') && element.has('v')
      ? [element.get('k'), element.get('v')]
      : [];
  const size = Array.isArray(element) ? element.length : isDocument(element) ? element.size : 0;
  if (size !== 2 || typeof name !== 'string' || value === undefined)
    throw bad("$arrayToObject requires pairs of a name and a value, or documents with 'k' and 'v'");
  return [name, value];
}

function zip(args: Record<string, Value>): Value {
  const { inputs, useLongestLength, defaults } = args;
  const rows = arrayOf('$zip', inputs);
  if (rows.length === 0) throw bad('$zip requires at least one input array');
  if (rows.some((row) => row === null)) return null;
  const arrays = rows.map((row) => arrayOf('$zip', row));
  const longest = useLongestLength === true;
  if (!isNil(defaults) && (!longest || arrayOf('$zip', defaults).length !== arrays.length))
    throw bad("$zip takes 'defaults' only with useLongestLength, and one for each input");
  const fill = isNil(defaults) ? [] : arrayOf('$zip', defaults);
  const lengths = arrays.map(({ length }) => length);
  return Array.from({ length: longest ? Math.max(...lengths) : Math.min(...lengths) }, (_, n) =>
    arrays.map((array, at) => array[n] ?? fill[at] ?? null),
  );
}

/** The elements in BSON's order, or by the fields of a sort. */
export function sortElements(array: readonly BsonValue[], sortBy: BsonValue): BsonValue[] {
  if (isNumeric(sortBy)) {
    const direction = toDouble(sortBy);
    if (direction !== 1 && direction !== -1) throw bad('The $sort element value must be either 1 or -1');
    return [...array].sort((a, b) => compareValues(a, b) * direction);
  }
  const fields = parseSort(sortBy);
  const keyed = array.map((element) => ({
    element,
    key: sortKeyOf(isDocument(element) ? element : new Map<string, BsonValue>(), fields),
  }));
  return keyed.sort((a, b) => compareSortKeys(a.key, b.key, fields)).map(({ element }) => element);
}

/** `$firstN` and its siblings: at most n elements. */
function some(name: string, take: (array: BsonValue[], count: number) => BsonValue[]): NamedOperator {
  return {
    required: ['input', 'n'],
    optional: [],
    apply: ({ input, n }) => {
      const count = wholeOf(name, n);
      if (count <= 0) throw bad(`'n' of ${name} must be greater than 0, found ${count}`);
      return take(arrayOf(name, input), count);
    },
  };
}

const values = (array: BsonValue[], direction: 1 | -1): BsonValue[] =>
  sortElements(
    array.filter((element) => element !== null),
    direction,
  );

export const arrayOperators: Record<string, Operator> = {
  $range: { min: 2, max: 3, apply: range },
  $slice: { min: 2, max: 3, apply: slice },
  $indexOfArray: { min: 2, max: 4, apply: indexOfArray },
  $reverseArray: {
    min: 1,
    max: 1,
    apply: ([array]) => (isNil(array) ? null : [...arrayOf('$reverseArray', array)].reverse()),
  },
  $arrayToObject: {
    min: 1,
    max: 1,
    apply: ([array]) => (isNil(array) ? null : new Map(arrayOf('$arrayToObject', array).map(fieldOf))),
  },
  $objectToArray: {
    min: 1,
    max: 1,
    apply: ([document]) => {
      if (isNil(document)) return null;
      if (!isDocument(document)) throw wrong('$objectToArray', document);
      return [...document].map(
        ([name, value]): BsonDocument =>
          new Map<string, BsonValue>([
            ['k', name],
            ['v', value],
          ]),
      );
    },
  },
};

export const namedArrayOperators: Record<string, NamedOperator> = {
  $zip: { required: ['inputs'], optional: ['useLongestLength', 'defaults'], apply: zip },
  $firstN: some('$firstN', (array, count) => array.slice(0, count)),
  $lastN: some('$lastN', (array, count) => array.slice(-count)),
  $maxN: some('$maxN', (array, count) => values(array, -1).slice(0, count)),
  $minN: some('$minN', (array, count) => values(array, 1).slice(0, count)),
};
