import { sharedInt32 } from './sharedArrays';

/** Whole numbers by whole numbers: pairs in the order of their keys, as shared arrays. */
export interface PairIndex {
  readonly keys: Int32Array;
  readonly values: Int32Array;
}

export function pairIndex(pairs: readonly (readonly number[])[]): PairIndex {
  const sorted = [...pairs].sort(([a = 0, x = 0], [b = 0, y = 0]) => a - b || x - y);
  const index = { keys: sharedInt32(sorted.length), values: sharedInt32(sorted.length) };
  sorted.forEach(([key = 0, value = 0], i) => {
    index.keys[i] = key;
    index.values[i] = value;
  });
  return index;
}

/** The values of a key, ascending: a view, nothing is copied. */
export function valuesOf({ keys, values }: PairIndex, key: number): Int32Array {
  const first = placeFrom(keys, key);
  let end = first;
  while (keys[end] === key) end++;
  return values.subarray(first, end);
}

/** The first place whose key is not below. */
function placeFrom(keys: Int32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
