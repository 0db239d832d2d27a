import type { Completeness } from '../../../../../shared/subgraph/completeness';
import type { TransferGraph } from '../graph/transferGraph';
import { AssetFrontiers } from './assetFrontiers';
import { Cuts, type CutsFound } from './cuts';
import type { FrontierDirection } from './frontier';
import { endsPaths, hub, hubReason, marks } from './marks';
import { type Beyond, movesBeyond } from './movesBeyond';

export interface WalletReachQuestion {
  readonly wallet: number;
  /** OUT: where its funds went. IN: where they came from. */
  readonly direction: FrontierDirection;
  readonly maxHops: number;
  /** By wallet (`marks`). */
  readonly marks: Uint8Array;
  /** The maximum of examined rows. */
  readonly budget: number;
  /** Only transfers up to then, in milliseconds; omitted: all. A custodial wallet is then named as a cut. */
  readonly until?: number;
}

/** A wallet that was reached, by the best way: fewest hops, then the nearest in time to the wallet that is asked about. */
export interface ReachedWallet {
  readonly wallet: number;
  readonly isCustodial: boolean;
  /** Its hops in the order of time, also where the search went against it. */
  readonly rows: readonly number[];
}

export interface WalletReachAnswer {
  /** Each wallet once; without the one that is asked about. */
  readonly reached: readonly ReachedWallet[];
  readonly cuts: CutsFound;
  readonly completeness: Completeness;
  /**
   * True where the budget did not allow to decide that no more lies beyond the hops: the answer is HOP_LIMIT.
   */
  readonly isUndecided: boolean;
}

/**
 * Finds every wallet that a wallet's funds reached, or came from: in time order, and within one asset except
 * where a recorded crossing leads on. The wallet itself is always followed; others are not where they are
 * hubs, or custodial as in a trace.
 */
export function reachFrom(graph: TransferGraph, question: WalletReachQuestion): WalletReachAnswer {
  const search = new WalletReachSearch(graph, question);
  const { out, in: received, columns } = graph;
  const { starts, rows } = question.direction === 'OUT' ? out : received;
  const assets = new Set<number>();
  for (let i = starts[question.wallet] ?? 0; i < (starts[question.wallet + 1] ?? 0); i++) {
    assets.add(columns.asset[rows[i] ?? 0] ?? 0);
  }
  for (const asset of [...assets].sort((a, b) => a - b)) search.followAsset(asset);
  return search.answer();
}

class WalletReachSearch {
  private readonly best = new Map<number, ReachedWallet>();
  private readonly cuts = new Cuts();
  private readonly budget: { left: number };
  /** The assets whose search came to the last of the hops. */
  private readonly ended: number[] = [];

  constructor(
    private readonly graph: TransferGraph,
    private readonly question: WalletReachQuestion,
  ) {
    this.budget = { left: question.budget };
  }

  followAsset(asset: number): void {
    const frontiers = this.frontiersFrom(asset);
    while (!frontiers.isExhausted && frontiers.hops < this.question.maxHops && !frontiers.isStopped) {
      frontiers.advance();
      this.note(frontiers);
    }
    if (frontiers.isStopped) for (const wallet of frontiers.unfollowed()) this.cuts.add(wallet, 'BUDGET');
    for (const wallet of frontiers.turnedAway) this.cuts.add(wallet, 'BUDGET');
    if (frontiers.hops >= this.question.maxHops) this.ended.push(asset);
    frontiers.close();
  }

  answer(): WalletReachAnswer {
    const cut = this.cuts.has('BUDGET') ? 'BUDGET' : this.cuts.found().count > 0 ? 'HUB_CUT' : null;
    const beyond = cut === null ? this.searchBeyond() : 'NOTHING';
    return {
      reached: [...this.best.values()],
      cuts: this.cuts.found(),
      completeness: cut ?? (beyond === 'NOTHING' ? 'COMPLETE' : 'HOP_LIMIT'),
      isUndecided: beyond === 'UNDECIDED',
    };
  }

  private frontiersFrom(asset: number): AssetFrontiers {
    const { budget, graph, question } = this;
    const follows = (wallet: number) => wallet === question.wallet || this.isOpen(wallet);
    const frontiers = new AssetFrontiers(graph, {
      direction: question.direction,
      budget,
      follows,
      crossesTo: () => true,
    });
    frontiers.of(asset).start(question.wallet);
    return frontiers;
  }

  /** The wallets of the newest level, and hubs that would have been followed. */
  private note(frontiers: AssetFrontiers): void {
    for (const place of frontiers.reachedLast()) {
      const wallet = place.frontier.labels.walletOf(place.label);
      if (wallet === this.question.wallet) continue;
      const mark = this.mark(wallet);
      const isBeforeLast = frontiers.hops < this.question.maxHops;
      if (isBeforeLast && !endsPaths(mark) && mark & hub) this.cuts.add(wallet, hubReason(mark));
      // The marks are those of now: then it may not have been custodial.
      if (this.question.until !== undefined && endsPaths(mark)) this.cuts.add(wallet, 'CUSTODIAL');
      const { rows } = frontiers.pathTo(place);
      if (!this.isBetter(rows, this.best.get(wallet)?.rows)) continue;
      const isCustodial = (mark & marks.custodial) !== 0;
      this.best.set(wallet, { wallet, isCustodial, rows: this.isOut ? rows : [...rows].reverse() });
    }
  }

  /** Fewest hops; then by the hop at the wallet that was reached, and on from there. `known` is in the order of time. */
  private isBetter(rows: readonly number[], known: readonly number[] | undefined): boolean {
    if (!known || rows.length !== known.length) return !known || rows.length < known.length;
    for (let i = rows.length - 1; i >= 0; i--) {
      const before = (this.isOut ? known[i] : known[rows.length - 1 - i]) ?? 0;
      const row = rows[i] ?? 0;
      if (row !== before) return this.isOut ? row < before : row > before;
    }
    return false;
  }

  private searchBeyond(): Beyond {
    const { maxHops, direction } = this.question;
    let isUndecided = false;
    for (const asset of this.ended) {
      const frontiers = this.frontiersFrom(asset);
      const ends = (wallet: number) => endsPaths(this.mark(wallet)) && wallet !== this.question.wallet;
      const isHub = (wallet: number) => (this.mark(wallet) & hub) !== 0;
      const beyond = movesBeyond(this.graph, frontiers, { maxHops, direction, ends, isHub });
      frontiers.close();
      if (beyond === 'MORE') return beyond;
      isUndecided ||= beyond === 'UNDECIDED';
    }
    return isUndecided ? 'UNDECIDED' : 'NOTHING';
  }

  private isOpen(wallet: number): boolean {
    const mark = this.mark(wallet);
    return (mark & hub) === 0 && !endsPaths(mark);
  }

  private mark(wallet: number): number {
    return this.question.marks[wallet] ?? 0;
  }

  private get isOut(): boolean {
    return this.question.direction === 'OUT';
  }
}
