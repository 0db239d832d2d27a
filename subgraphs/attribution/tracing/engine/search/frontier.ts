import { isZero } from '../graph/amounts';
import type { Adjacency, TransferGraph } from '../graph/transferGraph';
import { firstOfInstant, lastOfInstant } from './moments';
import { crossedFrom, type Labels } from './labels';
import { never, newestLabel, type Scratch } from './scratch';

/** With the funds, or back to where they came from. */
export type FrontierDirection = 'OUT' | 'IN';

/** The rows that may still be examined: shared by the frontiers of one question. */
export interface Budget {
  left: number;
}

export interface FrontierOptions {
  readonly direction: FrontierDirection;
  /** The number of the asset: funds stay within it. */
  readonly asset: number;
  readonly budget: Budget;
  /** Tells if the rows that leave a wallet are examined. */
  readonly follows: (wallet: number) => boolean;
  /** Tells if a label is wanted, where not all are: by its wallet, its moment and its hops. */
  readonly admits?: (wallet: number, moment: number, hops: number) => boolean;
  /** Called with each label when the rows that leave its wallet were examined. */
  readonly onFollowed?: ((label: number) => void) | undefined;
  /** The level at which it begins; omitted: the first. */
  readonly hops?: number;
}

/**
 * Follows one asset from wallet to wallet in time order, level by level: the labels of level n are paths of n
 * hops. Of two paths to a wallet, the one of fewer hops and no later arrival stands for both: whatever can
 * follow the other can follow it. A path of more hops that arrives earlier is kept beside it, as it may catch
 * a row that the other misses. (With a hop limit, keeping only the earliest arrival would lose paths.) On one
 * level the path that arrived first is kept, by row. A row is examined once, whatever the number of labels:
 * rows after an earlier level's arrival are known already.
 *
 * A moment is a row (moments.ts). Backwards everything is mirrored: a label is a path from a wallet to the
 * target. Its moment is the last at which funds may arrive at the wallet. Rows and moments are negative
 * there.
 */
export class Frontier {
  readonly labels: Labels;
  hops: number;
  /** Where not null, the budget ended it: the labels of the level from this one on were not followed. */
  stoppedAt: number | null = null;
  /** Where not null, only labels of wallets that have one of these bits are made: what no others could lead to. */
  only: { readonly marks: Uint8Array; readonly bits: number } | null = null;

  private readonly sign: 1 | -1;
  private readonly adjacency: Adjacency;
  private readonly isOneAsset: boolean;
  /** The labels of the current level are those from here up to `levelEnd`. */
  private levelStart = 0;
  private levelEnd = 0;
  /** By its first row: the label that took a UTXO transaction last. */
  private readonly taken = new Map<number, number>();

  constructor(
    private readonly graph: TransferGraph,
    readonly scratch: Scratch,
    private readonly options: FrontierOptions,
  ) {
    this.sign = options.direction === 'OUT' ? 1 : -1;
    this.adjacency = options.direction === 'OUT' ? graph.out : graph.in;
    this.labels = scratch.labels;
    this.hops = options.hops ?? 0;
    this.isOneAsset = graph.assets.length === 1;
  }

  /** Begins at a wallet, with what leaves it between two moments (both included). Before the first `advance`. */
  start(wallet: number, from = -never, until = never): void {
    const label = this.add(wallet, 0);
    this.labels.row[label] = -1;
    this.labels.previous[label] = -1;
    this.labels.from[label] = from;
    this.labels.until[label] = until;
    this.levelEnd = this.labels.count;
    // A label without an end stands for all later arrivals.
    if (until !== never) return;
    const { earliest, knownUpTo } = this.scratch;
    earliest[wallet] = Math.min(from, earliest[wallet] ?? never);
    knownUpTo[wallet] = Math.min(from - 1, knownUpTo[wallet] ?? never);
  }

  /** Returns the number of labels of the level. */
  get size(): number {
    return this.levelEnd - this.levelStart;
  }

  /** The labels of the level; those that are not followed any more, where the budget ended it. */
  *level(from = this.levelStart): Generator<number> {
    for (let label = from; label < this.levelEnd; label++) yield label;
  }

  /** The labels of the next level, as far as it was reached. */
  *reached(): Generator<number> {
    for (let label = this.levelEnd; label < this.labels.count; label++) yield label;
  }

  /** Returns the maximum cost of following its last level, in rows. */
  cost(): number {
    const { starts } = this.adjacency;
    let rows = 0;
    for (let label = this.levelStart; label < this.levelEnd; label++) {
      const wallet = this.labels.walletOf(label);
      if (this.options.follows(wallet)) rows += (starts[wallet + 1] ?? 0) - (starts[wallet] ?? 0);
    }
    return rows;
  }

  /** Reaches the next level. False where the budget ended it. */
  expand(): boolean {
    const { follows, onFollowed } = this.options;
    for (let label = this.levelStart; label < this.levelEnd; label++) {
      if (!follows(this.labels.walletOf(label))) continue;
      if (!this.follow(label)) {
        this.stoppedAt = label;
        return false;
      }
      onFollowed?.(label);
    }
    return true;
  }

  /** Reaches a wallet of the next level with a row that a crossing leads to, from the row before. */
  enter(row: number, wallet: number, before: number): void {
    if (this.only !== null && ((this.only.marks[wallet] ?? 0) & this.only.bits) === 0) return;
    this.offer(crossedFrom(before), wallet, row);
  }

  /** Makes the reached labels the current level. */
  settle(): void {
    this.levelStart = this.levelEnd;
    this.levelEnd = this.labels.count;
    this.hops++;
  }

  /** The hot loop: reads an entry of the adjacency and one number of a wallet for each row, in most cases. */
  private follow(label: number): boolean {
    const { sign, only } = this;
    const { knownUpTo, examinedFrom } = this.scratch;
    const { rows, others } = this.adjacency;
    const { budget } = this.options;
    const wallet = this.labels.walletOf(label);
    const from = this.labels.from[label] ?? 0;
    const until = this.labels.until[label] ?? 0;
    const looked = examinedFrom[wallet] ?? never;
    const end = this.endOf(wallet);
    const bits = only === null ? 0 : only.bits;
    for (let i = this.firstFrom(wallet, from); i !== end; i += sign) {
      const row = rows[i] ?? 0;
      const moment = sign * row;
      if (moment > until || moment >= looked) break;
      if (budget.left-- <= 0) return false;
      const other = others[i] ?? -1;
      if (other < 0) this.throughTransaction(label, row);
      else if ((knownUpTo[other] ?? never) >= moment) {
        if (only === null || ((only.marks[other] ?? 0) & bits) !== 0) this.offer(label, other, row);
      }
    }
    if (until === never && from < looked) examinedFrom[wallet] = from;
    return true;
  }

  /** Leads a label through a UTXO transaction, to all wallets of its other side. */
  private throughTransaction(label: number, row: number): void {
    const { from, to, transaction, amounts } = this.graph.columns;
    const wallet = this.labels.walletOf(label);
    const first = transaction[row] ?? -1;
    if (this.sign > 0 && !this.takes(label, first)) return;
    for (let other = first; transaction[other] === first; other++) {
      this.options.budget.left--;
      const reached = (this.sign > 0 ? to[other] : from[other]) ?? -1;
      if (reached < 0 || reached === wallet || isZero(amounts.limbs, other)) continue;
      if (this.only !== null && ((this.only.marks[reached] ?? 0) & this.only.bits) === 0) continue;
      // A hop over a transaction is named by the output, whichever the direction.
      this.offer(label, reached, this.sign > 0 ? other : row);
    }
  }

  /**
   * Tells if going through a UTXO transaction from one more of its inputs can give anything. It cannot where
   * another path of no more hops, and no worse, went through. A label that an actor held only for a time does
   * not stand for others.
   */
  private takes(label: number, first: number): boolean {
    if (this.labels.until[label] !== never) return true;
    const before = this.taken.get(first);
    if (before !== undefined) {
      const isBetter =
        this.labels.hopsOf(before) === this.hops &&
        (this.labels.row[label] ?? -1) < (this.labels.row[before] ?? -1);
      if (!isBetter) return false;
    }
    this.taken.set(first, label);
    return true;
  }

  private offer(previous: number, wallet: number, row: number): void {
    if (!this.isOneAsset && this.graph.columns.asset[row] !== this.options.asset) return;
    const { labels } = this;
    const hops = this.hops + 1;
    const known = newestLabel(this.scratch, wallet);
    if (known >= 0 && labels.hops[known] === hops) {
      if (this.isBetter(previous, row, known)) this.set(known, previous, row);
      return;
    }
    const moment = this.momentOf(row);
    if ((this.scratch.earliest[wallet] ?? never) <= moment) return;
    // A wallet that is not followed gains nothing from arriving earlier by a longer path.
    if (known >= 0 && !this.options.follows(wallet)) return;
    if (this.options.admits && !this.options.admits(wallet, moment, hops)) return;
    const label = this.add(wallet, hops);
    this.set(label, previous, row);
  }

  /** Of ways of equally many hops: by the last row, then by the one before (an output is reached from many inputs). */
  private isBetter(previous: number, row: number, known: number): boolean {
    const knownRow = this.labels.row[known] ?? -1;
    if (row !== knownRow) return this.sign * row < this.sign * knownRow;
    const rowBefore = this.labels.rowOf(previous);
    const knownBefore = this.labels.rowOf(this.labels.previous[known] ?? -1);
    return this.sign * rowBefore < this.sign * knownBefore;
  }

  private set(label: number, previous: number, row: number): void {
    const { labels, scratch } = this;
    const moment = this.momentOf(row);
    labels.row[label] = row;
    labels.previous[label] = previous;
    labels.from[label] = moment;
    labels.until[label] = never;
    const wallet = labels.walletOf(label);
    scratch.earliest[wallet] = moment;
    // A row of the same instant may be better by its place, and the same row by another way over a UTXO transaction.
    scratch.knownUpTo[wallet] = this.sign * row;
  }

  /** From when on what a row brings may go on: with any row of its instant. */
  private momentOf(row: number): number {
    return this.sign > 0 ? firstOfInstant(this.graph, row) : -lastOfInstant(this.graph, row);
  }

  private add(wallet: number, hops: number): number {
    const older = newestLabel(this.scratch, wallet);
    const label = this.labels.add(wallet, hops, older);
    this.scratch.newest[wallet] = label + 1;
    return label;
  }

  private endOf(wallet: number): number {
    const { starts } = this.adjacency;
    return this.sign > 0 ? (starts[wallet + 1] ?? 0) : (starts[wallet] ?? 0) - 1;
  }

  /** The place of the first row of a wallet that is not before a moment. */
  private firstFrom(wallet: number, moment: number): number {
    const { starts, rows } = this.adjacency;
    let low = starts[wallet] ?? 0;
    let high = starts[wallet + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = rows[middle] ?? 0;
      if (this.sign > 0 ? row < moment : row <= -moment) low = middle + 1;
      else high = middle;
    }
    return this.sign > 0 ? low : low - 1;
  }
}
