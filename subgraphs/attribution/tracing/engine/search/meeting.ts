import type { TransferGraph } from '../graph/transferGraph';
import { valuesOf } from '../graph/pairIndex';
import { AssetFrontiers, type AssetFrontiersOptions } from './assetFrontiers';
import type { AssetRoute } from './assetRoutes';
import type { Budget } from './frontier';

/** The ends of a search in one asset that leaves the first wallet: paths from there to another. */
export interface Ends extends AssetRoute {
  readonly from: number;
  readonly to: number;
  /** Tells if a wallet may lie on a path, other than at its ends. */
  readonly passes: (wallet: number) => boolean;
}

/**
 * A frontier from each end. They meet in the middle, so that each examines far less than a single one would.
 */
export class Meeting {
  readonly forward: AssetFrontiers;
  readonly backward: AssetFrontiers;
  /** The number of hops to which the forward side is complete for every wallet; null: as far as it went. */
  private wholeForward: number | null = null;
  /** Of the forward side: whether a label is wanted; null: all are. */
  private admits: ((asset: number, wallet: number, moment: number, hops: number) => boolean) | null = null;

  constructor(
    private readonly graph: TransferGraph,
    private readonly ends: Ends,
    budget: Budget,
  ) {
    const { from, to, asset, goals, passes } = ends;
    const crossesTo = (next: number) => ends.assets.has(next);
    const shared: Pick<AssetFrontiersOptions, 'budget' | 'crossesTo'> = { budget, crossesTo };
    this.forward = new AssetFrontiers(graph, {
      ...shared,
      direction: 'OUT',
      follows: (wallet, here) => this.isStart(wallet, here) || (wallet !== to && passes(wallet)),
      admits: (here) => (wallet, moment, hops) => this.admits?.(here, wallet, moment, hops) ?? true,
    });
    this.forward.of(asset).start(from);
    this.backward = new AssetFrontiers(graph, {
      ...shared,
      direction: 'IN',
      follows: (wallet, here) => wallet === to || (!this.isStart(wallet, here) && passes(wallet)),
    });
    for (const goal of goals) this.backward.of(goal).start(to);
  }

  get hops(): number {
    return this.forward.hops + this.backward.hops;
  }

  /** Tells if no longer path can exist than those examined: one side has nothing left to follow. */
  get isExhausted(): boolean {
    return this.forward.isExhausted || this.backward.isExhausted;
  }

  /** Goes one level further on the side where that costs less. False where the budget ended it. */
  advance(): boolean {
    const { forward, backward } = this;
    return (forward.cost() <= backward.cost() ? forward : backward).advance();
  }

  /**
   * Tells if the newest level of either side met the other: a path of `hops` hops exists. Where levels are
   * added one by one, it is the first such level, so that no path has fewer hops.
   */
  meets(): boolean {
    const { forward, backward } = this;
    const [small, other] = forward.size <= backward.size ? [forward, backward] : [backward, forward];
    for (const { asset, frontier, label } of small.reachedLast()) {
      const wallet = frontier.labels.walletOf(label);
      const isEnd = wallet === this.ends.to || this.isStart(wallet, asset);
      if (!isEnd && !this.ends.passes(wallet)) continue;
      // A moment of one side, with the other's sign.
      if (other.fewestHopsBy(asset, wallet, -(frontier.labels.from[label] ?? 0)) >= 0) return true;
    }
    return this.meetsAcross();
  }

  /**
   * Completes the forward side up to a number of hops, without labels that cannot lead to the target within
   * them. Each wallet's labels are then exact for paths of so many hops. False where the budget ended it.
   */
  completeForward(hops: number): boolean {
    const { forward, backward } = this;
    this.wholeForward = forward.unseenFrom();
    this.admits = (asset, wallet, moment, hop) => {
      if (wallet === this.ends.to) return false;
      const left = backward.fewestHopsBy(asset, wallet, -moment);
      return left >= 0 && hop + left <= hops;
    };
    while (forward.hops < hops - 1 && !forward.isExhausted) {
      if (!forward.advance()) return false;
    }
    return true;
  }

  /** Follows both sides to their ends, however many hops that takes. False where the budget ended it. */
  exhaust(): boolean {
    for (const side of [this.forward, this.backward]) {
      while (!side.isExhausted) if (!side.advance()) return false;
    }
    return true;
  }

  /** By side: the fewest hops from its end at which there may be a wallet that it has not come to. */
  unseenFrom(): { readonly forward: number; readonly backward: number } {
    const { forward, backward } = this;
    return { forward: this.wholeForward ?? forward.unseenFrom(), backward: backward.unseenFrom() };
  }

  close(): void {
    this.forward.close();
    this.backward.close();
  }

  /** Tells if a path is at its start: in another asset it may pass there again. */
  private isStart(wallet: number, asset: number): boolean {
    return wallet === this.ends.from && asset === this.ends.asset;
  }

  /** Tells if a crossing leads from the newest level of one side to the other's. */
  private meetsAcross(): boolean {
    const { ahead } = this.graph.crossings;
    const leads = (row: number) =>
      valuesOf(ahead.nextOf, row).some((next) => this.backward.crossed.has(next));
    return this.forward.crossing.some(leads);
  }
}
