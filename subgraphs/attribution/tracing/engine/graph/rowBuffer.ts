import type { CrossingFacts } from './crossingTable';
import { writeAmount } from './amounts';
import { type WalletParts, type WalletTable, WalletTableBuilder } from './walletTable';
import type { TransferGraph } from './transferGraph';
import type { TransferFacts, UtxoEndFacts, UtxoFacts } from './transferFacts';

/** Rows in the order of their seq, not yet in that of time: what was read since the last state. */
export interface RowBatch {
  readonly count: number;
  readonly seq: number;
  readonly wallets: WalletTable;
  readonly assets: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly at: Float64Array;
  readonly asset: Uint16Array;
  readonly seqs: Uint32Array;
  readonly limbs: Uint32Array;
  readonly longer: ReadonlyMap<number, bigint>;
  readonly transaction: Int32Array;
  readonly crossings: readonly CrossingFacts[];
}

const highestSeq = 0xffff_ffff;
const maxAssets = 0xffff;
const none = -1;

/** Takes in transfers in the order of seq, and gives wallets and assets their numbers. */
export class RowBuffer {
  private readonly wallets: WalletTableBuilder;
  private readonly assets: string[];
  private readonly assetNumbers: Map<string, number>;
  private readonly longer = new Map<number, bigint>();
  private readonly crossings: CrossingFacts[] = [];
  private columns = columnsOf(1 << 10);
  private count = 0;

  /** `seq`: what the rows come after. */
  constructor(
    before: { readonly assets: readonly string[]; readonly wallets: WalletParts } | null,
    private seq: number,
  ) {
    this.wallets = new WalletTableBuilder(before?.wallets ?? null);
    this.assets = [...(before?.assets ?? [])];
    this.assetNumbers = new Map(this.assets.map((asset, number) => [asset, number]));
  }

  get rows(): number {
    return this.count;
  }

  add(fact: TransferFacts | UtxoFacts | CrossingFacts): void {
    if ('inSeq' in fact) this.crossings.push(fact);
    else if ('inputs' in fact) this.addUtxo(fact);
    else this.addTransfer(fact);
    this.seq = Math.max(this.seq, fact.seq);
  }

  addTransfer({ seq, at, fromId, toId, asset, amount }: TransferFacts): void {
    const row = this.newRow(seq, at, this.assetNumber(asset));
    this.columns.from[row] = this.wallets.intern(fromId);
    this.columns.to[row] = this.wallets.intern(toId);
    this.columns.transaction[row] = none;
    this.write(row, amount);
    this.seq = Math.max(this.seq, seq);
  }

  addUtxo({ seq, at, asset, inputs, outputs }: UtxoFacts): void {
    const number = this.assetNumber(asset);
    const first = this.count;
    const add = (end: UtxoEndFacts, rowSeq: number) => {
      const row = this.newRow(rowSeq, at, number);
      this.columns.from[row] = none;
      this.columns.to[row] = none;
      this.columns.transaction[row] = first;
      this.write(row, end.amount);
      return { row, wallet: end.walletId === null ? none : this.wallets.intern(end.walletId) };
    };
    for (const input of inputs) {
      const { row, wallet } = add(input, seq);
      this.columns.from[row] = wallet;
    }
    outputs.forEach((output, i) => {
      const { row, wallet } = add(output, seq + i);
      this.columns.to[row] = wallet;
    });
    this.seq = Math.max(this.seq, seq + outputs.length - 1);
  }

  /**
   * Returns the rows that were taken in; the buffer is not used any more. `seq`: these are all rows up to it.
   */
  batch(seq = this.seq): RowBatch {
    return {
      ...this.columns,
      count: this.count,
      seq,
      wallets: this.wallets.table(),
      assets: this.assets,
      longer: this.longer,
      crossings: this.crossings,
    };
  }

  private newRow(seq: number, at: number, asset: number): number {
    if (!(seq > 0 && seq <= highestSeq)) throw new RangeError(`a seq of ${seq} cannot be held`);
    if (this.count === this.columns.from.length) this.columns = grown(this.columns);
    const row = this.count++;
    this.columns.seqs[row] = seq;
    this.columns.at[row] = at;
    this.columns.asset[row] = asset;
    return row;
  }

  private write(row: number, amount: bigint | string): void {
    const long = writeAmount(this.columns.limbs, row, amount);
    if (long !== undefined) this.longer.set(row, long);
  }

  private assetNumber(asset: string): number {
    const known = this.assetNumbers.get(asset);
    if (known !== undefined) return known;
    if (this.assets.length >= maxAssets) throw new RangeError(`more than ${maxAssets} assets`);
    this.assetNumbers.set(asset, this.assets.length);
    return this.assets.push(asset) - 1;
  }
}

/** Returns the wallets and assets of a state that a buffer continues. */
export const continued = ({ assets, wallets }: TransferGraph) => ({
  assets,
  wallets: (wallets as WalletTable).parts,
});

const columnsOf = (length: number) => ({
  from: new Int32Array(length),
  to: new Int32Array(length),
  at: new Float64Array(length),
  asset: new Uint16Array(length),
  seqs: new Uint32Array(length),
  limbs: new Uint32Array(length * 4),
  transaction: new Int32Array(length),
});

function grown(columns: ReturnType<typeof columnsOf>): ReturnType<typeof columnsOf> {
  const larger = columnsOf(Math.ceil(columns.from.length * 1.5));
  for (const name of Object.keys(columns) as (keyof typeof columns)[]) larger[name].set(columns[name]);
  return larger;
}
