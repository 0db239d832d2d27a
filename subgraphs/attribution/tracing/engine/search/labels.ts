/** Ways of being at a wallet, as columns: thousands are made for a question, and no object for each. */
export class Labels {
  count = 0;
  wallet = new Int32Array(firstLength);
  /** The row that brought it there; -1 for a start. Of a UTXO transaction: the output's. */
  row = new Int32Array(firstLength);
  /** The label that it came from; -1 for a start. Where a crossing led here: the row before, by `crossedFrom`. */
  previous = new Int32Array(firstLength);
  hops = new Int32Array(firstLength);
  /** The label that was made before at the same wallet; -1 for none. */
  olderHere = new Int32Array(firstLength);
  /** The first and the last moment at which the funds may go on, in the direction of the search (frontier.ts). */
  from = new Int32Array(firstLength);
  until = new Int32Array(firstLength);

  add(wallet: number, hops: number, olderHere: number): number {
    if (this.count === this.wallet.length) this.grow();
    const label = this.count++;
    this.wallet[label] = wallet;
    this.hops[label] = hops;
    this.olderHere[label] = olderHere;
    return label;
  }

  walletOf(label: number): number {
    return this.wallet[label] ?? -1;
  }

  hopsOf(label: number): number {
    return this.hops[label] ?? 0;
  }

  /** The row before a label's own, by its `previous`; -1 where that is a start. */
  rowOf(previous: number): number {
    if (isCrossed(previous)) return crossedRow(previous);
    return previous < 0 ? -1 : (this.row[previous] ?? -1);
  }

  private grow(): void {
    for (const name of ['wallet', 'row', 'previous', 'hops', 'olderHere', 'from', 'until'] as const) {
      const grown = new Int32Array(this[name].length * 2);
      grown.set(this[name]);
      this[name] = grown;
    }
  }
}

const firstLength = 1 << 8;

/** The `previous` of a label that a crossing led to: the row that was crossed from, below -1. */
export const crossedFrom = (row: number): number => -2 - row;
export const isCrossed = (previous: number): boolean => previous <= -2;
export const crossedRow = (previous: number): number => -2 - previous;
