import type { TransferGraph } from '../graph/transferGraph';
import { walletsAt } from './ends';
import {
  type Claims,
  type ExposureQuestion,
  holdsAt,
  isAlwaysClaimed,
  type Region,
  type Role,
} from './exposureQuestion';
import { subjectRowsOf } from './subjectRows';

/** A few milliseconds' work. */
const rowsAtOnce = 20_000;

/** A wallet, and the time from which (OUT) or up to which (IN) its transfers can have to do with the subject's. */
interface Met {
  readonly asset: number;
  readonly wallet: number;
  readonly time: number;
}

/**
 * Finds the region of a question, hop by hop, away from the subject and along the time order: the examined
 * wallets, and those where the search stops. The caller finds the owners of wallets between two hops, so that
 * this needs no database. `meet` returns the wallets that were met; `classify` takes the claims about them.
 */
export class RegionSearch {
  private hop = 0;
  private spent = 0;
  /** Since it last let others go on. */
  private looked = 0;
  private frontier: readonly Met[];
  private met: readonly Met[] = [];
  /**
   * True where funds came to, or from, a wallet without a named owner at the last hop, and moved beyond it.
   */
  private isBeyond = false;
  private readonly roles = new Map<number, Map<number, Role>>();
  /** By asset and wallet: the best time so far. */
  private readonly times = new Map<number, Map<number, number>>();

  constructor(
    private readonly graph: TransferGraph,
    private readonly question: ExposureQuestion,
  ) {
    const time = question.direction === 'IN' ? question.until : -Infinity;
    const assets = assetsOf(graph, question);
    this.frontier = assets.map((asset) => ({ asset, wallet: question.subject, time }));
    for (const asset of assets) {
      this.roles.set(asset, new Map());
      this.times.set(asset, new Map());
    }
  }

  /**
   * Returns the wallets at the next hop; null at the end, or where no further hop is asked for. Yields each
   * few milliseconds, so that its caller can let others go on.
   */
  *meet(): Generator<void, readonly number[] | null> {
    if (this.hop >= this.question.maxHops || this.frontier.length === 0) return null;
    this.hop++;
    const best = new Map<string, Met>();
    for (const from of this.frontier) yield* this.neighbours(from, best);
    this.met = [...best.values()].sort((a, b) => a.asset - b.asset || a.wallet - b.wallet);
    return [...new Set(this.met.map(({ wallet }) => wallet))];
  }

  /** Takes the claims about the wallets that were met, and opens those to examine. */
  classify(claims: Claims): void {
    this.frontier = this.met.filter((met) => {
      const roles = this.roles.get(met.asset);
      const times = this.times.get(met.asset);
      if (!roles || !times || isAlwaysClaimed(claims.get(met.wallet))) return false;
      const role = this.roleOf(met.wallet, roles.get(met.wallet));
      roles.set(met.wallet, role);
      if (role === 'HOPS') this.isBeyond ||= this.movesBeyond(met, claims);
      if (role !== 'OPEN') return false;
      times.set(met.wallet, met.time);
      return true;
    });
    this.met = [];
  }

  regions(): Region[] {
    return [...this.roles].map(([asset, roles]) => ({ asset, roles }));
  }

  /** Tells if more lies beyond the examined hops. */
  get hasMore(): boolean {
    return this.isBeyond;
  }

  /** Tells if the wallet received before (IN), or paid on after (OUT), its movement with the subject. */
  private movesBeyond({ asset, wallet, time }: Met, claims: Claims): boolean {
    if (claims.get(wallet)?.some((claim) => holdsAt(claim, time))) return false;
    const { columns } = this.graph;
    const isIn = this.question.direction === 'IN';
    const { starts, rows } = isIn ? this.graph.in : this.graph.out;
    for (let at = starts[wallet] ?? 0; at < (starts[wallet + 1] ?? 0); at++) {
      const row = rows[at] ?? 0;
      const when = columns.at[row] ?? 0;
      if (when > this.question.until || (isIn && when > time)) return false;
      if (columns.asset[row] === asset && (isIn || when >= time)) return true;
    }
    return false;
  }

  private roleOf(wallet: number, known: Role | undefined): Role {
    if (known !== undefined && known !== 'HOPS') return known;
    if (this.graph.busy[wallet]) return 'HUB';
    if (this.hop >= this.question.maxHops) return 'HOPS';
    this.spent += rowsOf(this.graph, wallet);
    return this.spent > this.question.budget ? 'BUDGET' : 'OPEN';
  }

  /**
   * Finds the wallets that paid the wallet in time (IN), or that it paid (OUT). The ends of a transaction are
   * examined once.
   */
  private *neighbours({ asset, wallet, time }: Met, best: Map<string, Met>): Generator<void, void> {
    const { columns } = this.graph;
    const isIn = this.question.direction === 'IN';
    const side = isIn ? this.graph.in : this.graph.out;
    let transaction = -1;
    const isSubject = wallet === this.question.subject;
    const { begin, end } = isSubject
      ? subjectRowsOf(this.graph, this.question)
      : { begin: side.starts[wallet] ?? 0, end: side.starts[wallet + 1] ?? 0 };
    for (let at = begin; at < end; at++) {
      const row = side.rows[at] ?? 0;
      const when = columns.at[row] ?? 0;
      if (when > this.question.until || (isIn && when > time)) break;
      const first = columns.transaction[row] ?? -1;
      const isSeen = first >= 0 && first === transaction;
      if (isSeen || columns.asset[row] !== asset || (!isIn && when < time)) continue;
      transaction = first;
      const others = walletsAt(columns, row, isIn ? 'from' : 'to');
      // Its row was counted as the wallet was opened; the subject's own do not count against the wallets in between.
      if (!isSubject) this.spent += Math.max(0, others.length - 1);
      for (const other of others) {
        if (other !== wallet) this.offer({ asset, wallet: other, time: when }, best);
      }
      this.looked += 1 + others.length;
      if (this.looked < rowsAtOnce) continue;
      this.looked = 0;
      yield;
    }
  }

  private offer(met: Met, best: Map<string, Met>): void {
    if (met.wallet === this.question.subject) return;
    const isBetter = (other: number | undefined) =>
      other === undefined || (this.question.direction === 'IN' ? met.time > other : met.time < other);
    const key = `${met.asset} ${met.wallet}`;
    if (isBetter(this.times.get(met.asset)?.get(met.wallet)) && isBetter(best.get(key)?.time))
      best.set(key, met);
  }
}

/** Returns the number of rows of a wallet, of any asset. */
function rowsOf({ out, in: received }: TransferGraph, wallet: number): number {
  const count = ({ starts }: { readonly starts: Int32Array }) =>
    (starts[wallet + 1] ?? 0) - (starts[wallet] ?? 0);
  return count(out) + count(received);
}

/** Returns the assets that the subject received, or sent, by then; in the order of the numbers. */
function assetsOf(graph: TransferGraph, { subject, direction, until, asset }: ExposureQuestion): number[] {
  const side = direction === 'IN' ? graph.in : graph.out;
  const assets = new Set<number>();
  for (let at = side.starts[subject] ?? 0; at < (side.starts[subject + 1] ?? 0); at++) {
    const row = side.rows[at] ?? 0;
    if ((graph.columns.at[row] ?? 0) > until) break;
    assets.add(graph.columns.asset[row] ?? 0);
  }
  return [...assets].filter((one) => asset === undefined || one === asset).sort((a, b) => a - b);
}
