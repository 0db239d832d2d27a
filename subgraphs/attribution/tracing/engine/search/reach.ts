import type { Completeness } from '../../../../../shared/subgraph/completeness';
import type { TransferGraph } from '../graph/transferGraph';
import { AssetFrontiers } from './assetFrontiers';
import { Cuts, type CutsFound } from './cuts';
import { endsPaths, hub, hubReason, marks } from './marks';
import { firstRowFrom, lastRowUntil } from './moments';
import { type Beyond, movesBeyond } from './movesBeyond';
import { never } from './scratch';
import type { Budget, Frontier } from './frontier';

/** A wallet that an actor held, and the moments (milliseconds, both included) between which what left it was the actor's. */
export interface ReachStart {
  /** The owner, as a number that the caller gives. */
  readonly actor: number;
  readonly wallet: number;
  readonly from: number;
  readonly until: number;
}

export interface ReachQuestion {
  readonly starts: readonly ReachStart[];
  /** By wallet (`marks`). */
  readonly marks: Uint8Array;
  readonly maxHops: number;
  /** True where paths stay within one asset, also where a crossing is recorded; omitted: false. */
  readonly withinAsset?: boolean;
  /** True where the best path is kept for each asset that arrives; default: one of all assets. */
  readonly perAsset?: boolean;
  /** Wallets to which the best way by each last row is wanted, and not the best of all: tags tell whose it is. */
  readonly eachRowInto?: readonly number[];
  /** The maximum of examined rows. */
  readonly budget: number;
  /** Only transfers up to then, in milliseconds; omitted: all. A custodial wallet is then named as a cut. */
  readonly until?: number;
}

/**
 * The best way of an actor's funds to a custodial wallet: fewest hops, then earliest, then as the store numbered them. To
 * one that is only claimed: each that no other of fewer hops and no later arrival stands for.
 */
export interface Arrival {
  readonly actor: number;
  readonly wallet: number;
  /** The wallet where it starts. */
  readonly start: number;
  /** Its hops, first to last; none where the custodial wallet is the actor's own. */
  readonly rows: readonly number[];
}

export interface ReachAnswer {
  readonly arrivals: readonly Arrival[];
  readonly cuts: CutsFound;
  readonly completeness: Completeness;
  /**
   * True where the budget did not allow to decide that no more lies beyond the hops: the answer is HOP_LIMIT.
   */
  readonly isUndecided: boolean;
  /** The number of examined rows. */
  readonly examined: number;
}

/**
 * Follows actors' funds to custodial wallets, in time order and within one asset except where a recorded
 * crossing leads on. A custodial wallet ends a path, and is an arrival of no hops where it is an actor's own.
 * A wallet that is only claimed to be custodial is an arrival and is followed. Each path of more hops that
 * arrives there earlier is given too. A hub is not followed. An actor's wallet that is a service's, and not
 * busy, is followed: the question is then about the service.
 */
export function reachDeposits(graph: TransferGraph, question: ReachQuestion): ReachAnswer {
  const search = new ReachSearch(graph, question);
  for (const actor of new Set(question.starts.map((start) => start.actor))) search.follow(actor);
  return search.answer();
}

class ReachSearch {
  private readonly best = new Map<string, Arrival>();
  private readonly cuts = new Cuts();
  private readonly budget: Budget;
  /** The searches that came to the last of the hops. */
  private readonly ended: { readonly starts: readonly ReachStart[]; readonly asset: number }[] = [];

  constructor(
    private readonly graph: TransferGraph,
    private readonly question: ReachQuestion,
  ) {
    this.budget = { left: question.budget };
  }

  follow(actor: number): void {
    const starts = this.question.starts.filter((start) => start.actor === actor);
    for (const { wallet } of starts) {
      const mark = this.mark(wallet);
      if (mark & marks.custodial) this.offer({ actor, wallet, start: wallet, rows: [] });
      if (!endsPaths(mark) && mark & marks.busy && this.question.maxHops > 0) this.cuts.add(wallet, 'BUSY');
      this.noteDated(wallet);
    }
    const open = starts.filter(
      ({ wallet }) => !endsPaths(this.mark(wallet)) && !(this.mark(wallet) & marks.busy),
    );
    for (const asset of this.assetsLeaving(open)) this.followAsset(actor, open, asset);
  }

  answer(): ReachAnswer {
    const cuts = this.cuts;
    const examined = this.question.budget - Math.max(0, this.budget.left);
    const cut = cuts.has('BUDGET') ? 'BUDGET' : cuts.found().count > 0 ? 'HUB_CUT' : null;
    const beyond = cut === null ? this.searchBeyond() : 'NOTHING';
    return {
      arrivals: [...this.best.values()],
      cuts: cuts.found(),
      completeness: cut ?? (beyond === 'NOTHING' ? 'COMPLETE' : 'HOP_LIMIT'),
      isUndecided: beyond === 'UNDECIDED',
      examined,
    };
  }

  /**
   * Looks one hop further. The last levels of a search hold only custodial wallets: other funds that move on
   * are found here.
   */
  private searchBeyond(): Beyond {
    const found = new Set<Beyond>();
    for (const { starts, asset } of this.ended) {
      const frontiers = this.frontiersFrom(starts, asset);
      const ends = (wallet: number) => endsPaths(this.mark(wallet));
      const isHub = (wallet: number) => (this.mark(wallet) & hub) !== 0;
      found.add(movesBeyond(this.graph, frontiers, { maxHops: this.question.maxHops, ends, isHub }));
      frontiers.close();
      if (found.has('MORE')) return 'MORE';
    }
    return found.has('UNDECIDED') ? 'UNDECIDED' : 'NOTHING';
  }

  private frontiersFrom(starts: readonly ReachStart[], asset: number): AssetFrontiers {
    const own = new Set(starts.map(({ wallet }) => wallet));
    const { budget, graph } = this;
    const follows = (wallet: number) => {
      const mark = this.mark(wallet);
      return ((mark & hub) === 0 && !endsPaths(mark)) || own.has(wallet);
    };
    const crossesTo = () => this.question.withinAsset !== true;
    const frontiers = new AssetFrontiers(graph, { direction: 'OUT', budget, follows, crossesTo });
    for (const { wallet, from, until } of starts) {
      const last = until === Infinity ? never : lastRowUntil(graph.columns, until);
      frontiers.of(asset).start(wallet, firstRowFrom(graph.columns, from), last);
    }
    return frontiers;
  }

  private followAsset(actor: number, starts: readonly ReachStart[], asset: number): void {
    const frontiers = this.frontiersFrom(starts, asset);
    while (!frontiers.isExhausted && frontiers.hops < this.question.maxHops && !frontiers.isStopped) {
      frontiers.only = this.wantedAt(frontiers.hops + 1);
      frontiers.advance();
      this.noteArrivals(actor, frontiers);
    }
    for (const wallet of this.question.eachRowInto ?? []) this.noteEachRow(actor, wallet, frontiers);
    if (frontiers.isStopped) for (const wallet of frontiers.unfollowed()) this.cuts.add(wallet, 'BUDGET');
    for (const wallet of frontiers.turnedAway) this.cuts.add(wallet, 'BUDGET');
    if (frontiers.hops >= this.question.maxHops - 1) this.ended.push({ starts, asset });
    frontiers.close();
  }

  private noteEachRow(actor: number, wallet: number, frontiers: AssetFrontiers): void {
    for (const way of frontiers.pathsInto(wallet, this.question.maxHops)) {
      const key = `${actor} ${wallet} row ${way.rows.at(-1)}`;
      const known = this.best.get(key);
      if (!known || comparePaths(way.rows, known.rows) < 0) this.best.set(key, { actor, wallet, ...way });
      if (this.budget.left > 0) continue;
      this.cuts.add(wallet, 'BUDGET');
      return;
    }
  }

  /** Custodial wallets of the newest level, and hubs that would have been followed. */
  private noteArrivals(actor: number, frontiers: AssetFrontiers): void {
    for (const place of frontiers.reachedLast()) {
      const wallet = place.frontier.labels.walletOf(place.label);
      const mark = this.mark(wallet);
      if (mark & marks.custodial) this.offer({ actor, wallet, ...frontiers.pathTo(place) });
      if (!endsPaths(mark) && frontiers.hops < this.question.maxHops && mark & hub) {
        this.cuts.add(wallet, hubReason(mark));
      }
      this.noteDated(wallet);
    }
  }

  /** The marks are those of now: at an earlier time a wallet that ends paths may not have been custodial. */
  private noteDated(wallet: number): void {
    if (this.question.until !== undefined && endsPaths(this.mark(wallet))) this.cuts.add(wallet, 'CUSTODIAL');
  }

  /**
   * Returns the wanted labels of a level. At the last hop they are only custodial wallets, before it the
   * wallets that lead to them, and hubs.
   */
  private wantedAt(hops: number): Frontier['only'] {
    const left = this.question.maxHops - hops;
    const last = marks.custodial;
    const bits = left === 0 ? last : last | hub | marks.leadsToCustodial;
    return left > 1 ? null : { marks: this.question.marks, bits };
  }

  private offer(arrival: Arrival): void {
    const { actor, wallet, rows } = arrival;
    // The best path of a wallet that counted only for a time may have come too late.
    const asset = this.question.perAsset === true ? this.graph.columns.asset[rows.at(-1) ?? -1] : '';
    const key = `${actor} ${wallet} ${endsPaths(this.mark(wallet)) ? '' : rows.length} ${asset}`;
    const known = this.best.get(key);
    if (!known || comparePaths(arrival.rows, known.rows) < 0) this.best.set(key, arrival);
  }

  /** Returns the assets that left the starts while they were the actor's. */
  private assetsLeaving(starts: readonly ReachStart[]): number[] {
    const { out, columns } = this.graph;
    const assets = new Set<number>();
    for (const { wallet } of starts) {
      const end = out.starts[wallet + 1] ?? 0;
      for (let i = out.starts[wallet] ?? 0; i < end; i++) assets.add(columns.asset[out.rows[i] ?? 0] ?? 0);
    }
    return [...assets].sort((a, b) => a - b);
  }

  private mark(wallet: number): number {
    return this.question.marks[wallet] ?? 0;
  }
}

/** Fewest hops; then by rows, from the last back to the first: their order is that of time, then of seq. */
export function comparePaths(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = a.length - 1; i >= 0; i--) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
  return 0;
}
