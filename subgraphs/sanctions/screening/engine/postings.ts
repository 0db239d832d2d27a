/** Lists of numbers by number, in two typed arrays: those of `key` are `values[starts[key]]` up to `starts[key + 1]`. */
export interface Postings {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Packs pairs of a key below `keys` and a value; the values of a key keep their order. */
export function packPostings(keys: number, pairs: PairList): Postings {
  const starts = new Int32Array(keys + 1);
  for (let at = 0; at < pairs.length; at++) starts[pairs.key(at) + 1] = (starts[pairs.key(at) + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice(0, keys);
  const values = new Int32Array(pairs.length);
  for (let at = 0; at < pairs.length; at++) {
    const key = pairs.key(at);
    const place = next[key] ?? 0;
    values[place] = pairs.value(at);
    next[key] = place + 1;
  }
  return { starts, values };
}

/** Pairs of numbers that are collected before it is known how many there are. */
export class PairList {
  private cells = new Int32Array(1 << 16);
  length = 0;

  add(key: number, value: number): void {
    if (this.length * 2 === this.cells.length) {
      const wider = new Int32Array(this.cells.length * 2);
      wider.set(this.cells);
      this.cells = wider;
    }
    this.cells[this.length * 2] = key;
    this.cells[this.length * 2 + 1] = value;
    this.length++;
  }

  key(at: number): number {
    return this.cells[at * 2] as number;
  }

  value(at: number): number {
    return this.cells[at * 2 + 1] as number;
  }
}
