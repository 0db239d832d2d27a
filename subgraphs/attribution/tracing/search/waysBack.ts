import { isZero } from '../graph/amounts';
import type { TransferGraph } from '../graph/transferGraph';
import { fewestHopsBy } from './fewestHops';
import type { Ends, Meeting } from './meeting';
import { MinHeap } from './minHeap';
import { lastOfInstant } from './moments';
import type { Budget } from './spread';

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
  readonly row: number;
  readonly after: Ending | null;
  readonly hops: number;
  /** How many hops the shortest whole way has that ends like this. */
  readonly whole: number;
}

/** Beyond so many endings that wait to be looked at, memory is what would be spent. */
const mostWaiting = 500_000;

/**
 * The ways between the ends of a meeting, best first: fewest hops, then by rows from the last back to the first (earliest
 * arrival). No wallet twice. Walks back from the target, always at the ending that can still become the best whole
 * way: how many hops it needs before is known from the forward side.
 */
export class WaysBack {
  private readonly waiting = new MinHeap<Ending>(compareEndings);
  /** Whether the budget ended it. */
  isCut = false;

  constructor(
    private readonly graph: TransferGraph,
    private readonly ends: Ends,
    private readonly meeting: Meeting,
    private readonly bounds: { readonly maxHops: number; readonly budget: Budget },
  ) {
    this.extend({ wallet: ends.to, row: -1, after: null, hops: 0, whole: 0 });
  }

  /** The next best way, or null where there is none or the budget ended it (`isCut`). */
  next(): HopFound[] | null {
    for (let ending = this.waiting.pop(); ending && !this.isCut; ending = this.waiting.pop()) {
      if (ending.wallet === this.ends.from) return hopsOf(ending, this.ends.to);
      this.extend(ending);
    }
    return null;
  }

  /** Every ending that is one hop longer. */
  private extend(ending: Ending): void {
    const { columns, in: received } = this.graph;
    const latest = ending.after === null ? Infinity : (columns.at[ending.row] ?? 0);
    const end = received.starts[ending.wallet + 1] ?? 0;
    for (let i = received.starts[ending.wallet] ?? 0; i < end; i++) {
      const row = received.rows[i] ?? 0;
      if ((columns.at[row] ?? 0) > latest) return;
      if (this.bounds.budget.left-- <= 0 || this.waiting.size > mostWaiting) {
        this.isCut = true;
        return;
      }
      if (columns.asset[row] !== this.ends.asset) continue;
      const first = columns.transaction[row] ?? -1;
      if (first < 0) this.offer(ending, columns.from[row] ?? -1, row);
      else for (const payer of this.payersOf(first)) this.offer(ending, payer, row);
    }
  }

  /** The wallets that paid into a UTXO transaction, each once. */
  private payersOf(first: number): ReadonlySet<number> {
    const { from, transaction, amounts } = this.graph.columns;
    const payers = new Set<number>();
    for (let input = first; transaction[input] === first; input++) {
      if (!isZero(amounts.limbs, input)) payers.add(from[input] ?? -1);
      this.bounds.budget.left--;
    }
    return payers;
  }

  private offer(after: Ending, wallet: number, row: number): void {
    if (wallet < 0 || (wallet !== this.ends.from && !this.ends.passes(wallet))) return;
    const { spread, scratch } = this.meeting.forward;
    const hops = after.hops + 1;
    const before = fewestHopsBy({ labels: spread.labels, scratch }, wallet, lastOfInstant(this.graph, row));
    if (before < 0 || hops + before > this.bounds.maxHops || isOn(after, wallet)) return;
    this.waiting.push({ wallet, row, after, hops, whole: hops + before });
  }
}

function isOn(ending: Ending, wallet: number): boolean {
  for (let at: Ending | null = ending; at; at = at.after) if (at.wallet === wallet) return true;
  return false;
}

function hopsOf(ending: Ending, target: number): HopFound[] {
  const hops: HopFound[] = [];
  for (let at = ending; at.after; at = at.after) {
    hops.push({ row: at.row, from: at.wallet, to: at.after.after ? at.after.wallet : target });
  }
  return hops;
}

/** By the hops of the whole; then row by row from the target back. What is shorter and else the same comes first. */
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
