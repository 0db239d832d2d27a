import type { TransferGraph } from '../graph/transferGraph';
import { valuesOf } from '../graph/pairIndex';
import { AssetFrontiers, type AssetFrontiersOptions } from './assetFrontiers';
import type { AssetRoute } from './assetRoutes';
import type { Budget } from './frontier';

/** What is asked of one asset that leaves the first wallet: ways from there to another. */
export interface Ends extends AssetRoute {
  readonly from: number;
  readonly to: number;
  /** Whether a wallet may lie on a way, other than at its ends. */
  readonly passes: (wallet: number) => boolean;
}

/** A frontier from each end: they meet in the middle, so that each looks at far less than one alone would. */
export class Meeting {
  readonly forward: AssetFrontiers;
  readonly backward: AssetFrontiers;
  /** How far the forward side has come to every wallet there is; null: as far as it went. */
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

  /** Whether there can be no longer way than what was looked at: one side has nothing left to follow. */
  get isExhausted(): boolean {
    return this.forward.isExhausted || this.backward.isExhausted;
  }

  /** Goes one level further on the side where that costs less. False where the budget ended it. */
  advance(): boolean {
    const { forward, backward } = this;
    return (forward.cost() <= backward.cost() ? forward : backward).advance();
  }

  /**
   * Whether the newest level of either side met the other: there is a way of `hops` hops. Where levels are added one by
   * one it is the first, so that there is none of fewer hops.
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
   * Completes the forward side up to a number of hops, with nothing that cannot lead to the target within them: what is
   * then known of each wallet is exact as far as ways of so many hops go. False where the budget ended it.
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

  /** Whether a way is where it begins: in another asset it may pass there again. */
  private isStart(wallet: number, asset: number): boolean {
    return wallet === this.ends.from && asset === this.ends.asset;
  }

  /** Whether a crossing leads from the newest level of one side to the other's. */
  private meetsAcross(): boolean {
    const { ahead } = this.graph.crossings;
    const leads = (row: number) =>
      valuesOf(ahead.nextOf, row).some((next) => this.backward.crossed.has(next));
    return this.forward.crossing.some(leads);
  }
}
