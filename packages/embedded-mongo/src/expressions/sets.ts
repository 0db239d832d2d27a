import { encodeKey } from '../bson/key';
import { type BsonValue } from '../bson/value';
import { isTruthy } from './truth';
import { arrayOf, isNil, type Operator, type Value } from './operator';

/** The different values of an array, by BSON's comparison. */
function setOf(name: string, value: Value): Map<string, BsonValue> {
  const set = new Map<string, BsonValue>();
  for (const element of arrayOf(name, value)) {
    const key = encodeKey(element).toString('latin1');
    if (!set.has(key)) set.set(key, element);
  }
  return set;
}

/** Sets have no order: here that of the values. */
const sorted = (set: ReadonlyMap<string, BsonValue>): BsonValue[] =>
  [...set].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);

export const setOperators: Record<string, Operator> = {
  $setUnion: {
    min: 0,
    max: Infinity,
    apply: (arrays) =>
      arrays.some(isNil) ? null : sorted(new Map(arrays.flatMap((array) => [...setOf('$setUnion', array)]))),
  },
  $setIntersection: {
    min: 0,
    max: Infinity,
    apply: (arrays) => {
      if (arrays.some(isNil)) return null;
      const [first = new Map<string, BsonValue>(), ...others] = arrays.map((array) =>
        setOf('$setIntersection', array),
      );
      return sorted(new Map([...first].filter(([key]) => others.every((other) => other.has(key)))));
    },
  },
  $setDifference: {
    min: 2,
    max: 2,
    apply: ([a, b]) => {
      if (isNil(a) || isNil(b)) return null;
      const without = setOf('$setDifference', b);
      return [...setOf('$setDifference', a)].filter(([key]) => !without.has(key)).map(([, value]) => value);
    },
  },
  $setEquals: {
    min: 2,
    max: Infinity,
    apply: (arrays) => {
      const [first, ...others] = arrays.map((array) => setOf('$setEquals', array));
      return others.every(
        (other) => other.size === first!.size && [...other.keys()].every((key) => first!.has(key)),
      );
    },
  },
  $setIsSubset: {
    min: 2,
    max: 2,
    apply: ([a, b]) => {
      const all = setOf('$setIsSubset', b);
      return [...setOf('$setIsSubset', a).keys()].every((key) => all.has(key));
    },
  },
  $allElementsTrue: {
    min: 1,
    max: 1,
    apply: ([array]) => arrayOf('$allElementsTrue', array).every(isTruthy),
  },
  $anyElementTrue: { min: 1, max: 1, apply: ([array]) => arrayOf('$anyElementTrue', array).some(isTruthy) },
};
