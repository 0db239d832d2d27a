import type { BSONRegExp } from 'bson';
import { encodeKey } from '../bson/key';
import { type BsonValue, orderOf, typeOrder } from '../bson/value';
import { keyAfterPrefix } from '../engine/keySpace';
import { isNaNValue } from '../query/matchers';
import { literalPrefix } from '../regex/regex';
import type { Predicate } from '../query/predicate';

/**
 * The values of one indexed field that can satisfy its predicates, as encoded bytes: single values, or the stretch
 * from `low` on and before `high`. `exact` says that a value in them satisfies what was used of the predicates.
 */
export type Bounds =
  | { readonly kind: 'points'; readonly points: readonly Buffer[]; readonly exact: boolean }
  | { readonly kind: 'range'; readonly low: Buffer; readonly high: Buffer; readonly exact: boolean };

export interface UsedBounds {
  readonly bounds: Bounds;
  readonly used: ReadonlySet<Predicate>;
}

/**
 * Returns bounds from the predicates of one field, or undefined where none of them bounds it. Of a field that
 * may hold arrays only one predicate is used: two may be satisfied by two elements.
 */
export function boundsOf(predicates: readonly Predicate[], multikey: boolean): UsedBounds | undefined {
  let best: UsedBounds | undefined;
  for (const predicate of predicates) {
    const bounds = boundsOfOne(predicate);
    if (!bounds) continue;
    if (bounds.kind === 'points') {
      // The fewest points win; with points there is no need of a range.
      if (best?.bounds.kind === 'points' && best.bounds.points.length <= bounds.points.length) continue;
      best = { bounds, used: new Set([predicate]) };
    } else if (!best) best = { bounds, used: new Set([predicate]) };
    else if (best.bounds.kind === 'range' && !multikey) {
      best = { bounds: intersect(best.bounds, bounds), used: new Set([...best.used, predicate]) };
    }
  }
  return best;
}

type Range = Extract<Bounds, { kind: 'range' }>;

function intersect(a: Range, b: Range): Range {
  return {
    kind: 'range',
    low: Buffer.compare(a.low, b.low) >= 0 ? a.low : b.low,
    high: Buffer.compare(a.high, b.high) <= 0 ? a.high : b.high,
    exact: a.exact && b.exact,
  };
}

function boundsOfOne(predicate: Predicate): Bounds | undefined {
  switch (predicate.kind) {
    case 'eq':
      return isIndexable(predicate.value) ? points([predicate.value]) : undefined;
    case 'in':
      if (predicate.regexes.length > 0 || !predicate.values.every(isIndexable)) return undefined;
      return points(predicate.values);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return comparisonBounds(predicate.kind, predicate.value);
    case 'regex':
      return prefixBounds(predicate.regex.source);
    case 'all': {
      const first = predicate.predicates[0] && boundsOfOne(predicate.predicates[0]);
      return first && { ...first, exact: false };
    }
    case 'elemMatchValue': {
      const inner = boundsOf(predicate.predicates, false)?.bounds;
      return inner && { ...inner, exact: false };
    }
    case 'exists':
    case 'type':
    case 'size':
    case 'mod':
    case 'bits':
    case 'elemMatchDocument':
    case 'not':
      return undefined;
  }
}

/** An array is in an index by its elements, so that a whole one cannot be looked up. */
function isIndexable(value: BsonValue): boolean {
  return !Array.isArray(value);
}

function points(values: readonly BsonValue[]): Bounds {
  const encoded = values.map((value) => encodeKey(value)).sort(Buffer.compare);
  const distinct = encoded.filter((key, at) => at === 0 || !key.equals(encoded[at - 1]!));
  // Null in an index also stands for paths that lead nowhere in ways that a filter tells apart.
  return { kind: 'points', points: distinct, exact: !values.includes(null) };
}

const firstNumber = keyAfterPrefix(encodeKey(NaN))!;

function comparisonBounds(kind: 'gt' | 'gte' | 'lt' | 'lte', value: BsonValue): Bounds | undefined {
  const order = orderOf(value);
  if (value === null) return kind === 'gte' || kind === 'lte' ? points([null]) : undefined;
  if (!isIndexable(value) || order === typeOrder.minKey || order === typeOrder.maxKey) return undefined;
  if (isNaNValue(value)) return undefined;
  const key = encodeKey(value);
  const low = order === typeOrder.number ? firstNumber : Buffer.from([order]);
  const high = Buffer.from([order + 1]);
  switch (kind) {
    case 'gt':
      return { kind: 'range', low: keyAfterPrefix(key)!, high, exact: true };
    case 'gte':
      return { kind: 'range', low: key, high, exact: true };
    case 'lt':
      return { kind: 'range', low, high: key, exact: true };
    case 'lte':
      return { kind: 'range', low, high: keyAfterPrefix(key)!, exact: true };
  }
}

/** Texts with the beginning that the pattern asks for; a stored pattern that equals it is a regex, not a text. */
function prefixBounds(source: BSONRegExp): Bounds | undefined {
  const prefix = literalPrefix(source.pattern, source.options);
  if (prefix === '') return undefined;
  // Without the two bytes that end a text.
  const low = encodeKey(prefix).subarray(0, -2);
  return { kind: 'range', low, high: keyAfterPrefix(low)!, exact: false };
}
