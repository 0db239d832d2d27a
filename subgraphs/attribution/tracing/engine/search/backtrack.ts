import { payersAt } from '../graph/crossings';
import { valuesOf } from '../graph/pairIndex';
import type { TransferGraph } from '../graph/transferGraph';
import type { Ends, Meeting } from './meeting';
import { MinHeap } from './minHeap';
import { lastOfInstant } from './moments';
import type { Budget } from './frontier';

/** One hop of a way: the row that names it, and its ends (a UTXO transaction's row says only one of them). */
export interface HopFound {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** The end of a way, walked back from the target; what lies before it is known to exist. */
interface Ending {
  /** The wallet where it begins. */
  readonly wallet: number;
  /**
   * True where a crossing leads to it, from a row before: then the origin of its wallet's funds does not
   * matter.
   */
  readonly isCrossed: boolean;
  readonly row: number;
  readonly after: Ending | null;
  readonly hops: number;
  /** The number of hops of the shortest whole path with this ending. */
  readonly whole: number;
}

/** The maximum of waiting endings: beyond it, memory would be the limit. */
const maxWaitingEndings = 500_000;

/**
 * Yields the paths between the ends of a meeting, best first: fewest hops, then by rows from the last back to
 * the first (earliest arrival). No wallet occurs twice in one asset. Walks back from the target, always at
 * the ending that can still become the best whole path. The number of hops that it needs before is known from
 * the forward side.
 */
export class Backtrack {
  private readonly waiting = new MinHeap<Ending>(compareEndings);
  /** True where the budget ended it. */
  isCut = false;

  constructor(
    private readonly graph: TransferGraph,
    private readonly ends: Ends,
    private readonly meeting: Meeting,
    private readonly bounds: { readonly maxHops: number; readonly budget: Budget },
  ) {
    this.extend({ wallet: ends.to, isCrossed: false, row: -1, after: null, hops: 0, whole: 0 });
  }

  /** Returns the next best path; null at the end, or where the budget ended it (`isCut`). */
  next(): HopFound[] | null {
    for (let ending = this.waiting.pop(); ending && !this.isCut; ending = this.waiting.pop()) {
      if (this.isWhole(ending)) return this.hopsOf(ending);
      if (ending.isCrossed) this.crossBack(ending);
      else this.extend(ending);
    }
    return null;
  }

  /** Tells if it begins at the start of all paths; in another asset a path may pass there. */
  private isWhole({ wallet, row, isCrossed }: Ending): boolean {
    return !isCrossed && this.isStart(wallet, this.graph.columns.asset[row] ?? -1);
  }

  private isStart(wallet: number, asset: number): boolean {
    return wallet === this.ends.from && asset === this.ends.asset;
  }

  /** Every ending that is one hop longer, within its asset. */
  private extend(ending: Ending): void {
    const { columns, in: received } = this.graph;
    const latest = ending.after === null ? Infinity : (columns.at[ending.row] ?? 0);
    const asset = ending.after === null ? -1 : (columns.asset[ending.row] ?? -1);
    const end = received.starts[ending.wallet + 1] ?? 0;
    for (let i = received.starts[ending.wallet] ?? 0; i < end; i++) {
      const row = received.rows[i] ?? 0;
      if ((columns.at[row] ?? 0) > latest) return;
      if (!this.spend()) return;
      const mayBe = asset < 0 ? this.ends.goals.has(columns.asset[row] ?? -1) : columns.asset[row] === asset;
      if (mayBe) this.prepend(ending, row);
    }
  }

  /** Every ending that is one hop longer, by the crossings that lead to it. */
  private crossBack(ending: Ending): void {
    const { columns, crossings } = this.graph;
    for (const row of valuesOf(crossings.back.nextOf, ending.row)) {
      if (!this.spend()) return;
      const [wallet, asset] = [columns.to[row] ?? -1, columns.asset[row] ?? -1];
      const isTwice = wallet === this.ends.to || this.isStart(wallet, asset);
      if (!isTwice && !this.isOn(ending, wallet, asset)) this.prepend(ending, row);
    }
  }

  private prepend(after: Ending, row: number): void {
    const first = this.graph.columns.transaction[row] ?? -1;
    const payers = payersAt(this.graph.columns, row);
    if (first >= 0) this.bounds.budget.left -= payers.length;
    for (const payer of payers) this.offer(after, payer, row);
    const [payer = -1] = payers;
    this.offerCrossed(after, payer, row);
  }

  private offer(after: Ending, wallet: number, row: number): void {
    const { ends, graph } = this;
    const asset = graph.columns.asset[row] ?? -1;
    if (wallet < 0 || (!this.isStart(wallet, asset) && !ends.passes(wallet))) return;
    if (wallet === ends.to || this.isOn(after, wallet, asset) || graph.columns.to[row] === wallet) return;
    const before = this.meeting.forward.fewestHopsBy(asset, wallet, lastOfInstant(graph, row));
    if (before >= 0) this.wait({ wallet, isCrossed: false, row, after, before });
  }

  private offerCrossed(after: Ending, wallet: number, row: number): void {
    const { crossed } = this.meeting.forward;
    let before = Infinity;
    for (const from of valuesOf(this.graph.crossings.back.nextOf, row)) {
      before = Math.min(before, crossed.get(from)?.hops ?? Infinity);
    }
    if (before < Infinity) this.wait({ wallet, isCrossed: true, row, after, before });
  }

  private wait({ before, ...ending }: Waiting): void {
    const hops = ending.after.hops + 1;
    if (hops + before <= this.bounds.maxHops) this.waiting.push({ ...ending, hops, whole: hops + before });
  }

  /** False where the budget, or the memory, ended it. */
  private spend(): boolean {
    this.isCut = this.bounds.budget.left-- <= 0 || this.waiting.size > maxWaitingEndings;
    return !this.isCut;
  }

  /** Tells if an ending comes to a wallet in an asset. */
  private isOn(ending: Ending, wallet: number, asset: number): boolean {
    const { to, asset: of } = this.graph.columns;
    for (let at: Ending = ending; at.after; at = at.after) {
      if (to[at.row] === wallet && of[at.row] === asset) return true;
    }
    return false;
  }

  private hopsOf(ending: Ending): HopFound[] {
    const hops: HopFound[] = [];
    for (let at = ending; at.after; at = at.after) {
      hops.push({ row: at.row, from: at.wallet, to: this.graph.columns.to[at.row] ?? -1 });
    }
    return hops;
  }
}

interface Waiting extends Omit<Ending, 'hops' | 'whole'> {
  readonly after: Ending;
  /** The least number of hops before it. */
  readonly before: number;
}

/**
 * Compares by the hops of the whole; then row by row from the target back. The shorter of two otherwise equal
 * ones comes first.
 */
function compareEndings(a: Ending, b: Ending): number {
  if (a.whole !== b.whole) return a.whole - b.whole;
  const rowsA = rowsOf(a);
  const rowsB = rowsOf(b);
  for (let i = 0; i < Math.min(rowsA.length, rowsB.length); i++) {
    if (rowsA[i] !== rowsB[i]) return (rowsA[i] ?? 0) - (rowsB[i] ?? 0);
  }
  // Two payers of one UTXO transaction: in the order of their numbers.
  return rowsA.length - rowsB.length || a.wallet - b.wallet;
}

/** From the target back. */
function rowsOf(ending: Ending): number[] {
  const rows: number[] = [];
  for (let at: Ending = ending; at.after; at = at.after) rows.push(at.row);
  return rows.reverse();
}
