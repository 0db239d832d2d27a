import type { TransferGraph } from '../graph/transferGraph';
import { fewestHopsBy } from './fewestHops';
import { returnScratch, type Scratch, takeScratch } from './scratch';
import { type Budget, Spread, type SpreadDirection } from './spread';

/** What is asked of one asset: ways from one wallet to another. */
export interface Ends {
  readonly from: number;
  readonly to: number;
  readonly asset: number;
  /** Whether a wallet may lie on a way, other than at its ends. */
  readonly passes: (wallet: number) => boolean;
}

/** A spread from each end: they meet in the middle, so that each looks at far less than one alone would. */
export class Meeting {
  readonly forward: Side;
  readonly backward: Side;
  /** How far the forward side has come to every wallet there is; null: as far as it went. */
  private wholeForward: number | null = null;

  constructor(
    graph: TransferGraph,
    private readonly ends: Ends,
    budget: Budget,
  ) {
    this.forward = new Side(graph, ends, { direction: 'OUT', budget });
    this.backward = new Side(graph, ends, { direction: 'IN', budget });
  }

  get hops(): number {
    return this.forward.spread.hops + this.backward.spread.hops;
  }

  /** Whether there can be no longer way than what was looked at: one side has nothing left to follow. */
  get isExhausted(): boolean {
    return this.forward.spread.size === 0 || this.backward.spread.size === 0;
  }

  /** Goes one level further on the side where that costs less. False where the budget ended it. */
  advance(): boolean {
    const side = this.forward.spread.cost() <= this.backward.spread.cost() ? this.forward : this.backward;
    return side.spread.advance();
  }

  /**
   * Whether the newest level of either side met the other: there is a way of `hops` hops. Where levels are added one by
   * one it is the first, so that there is none of fewer hops.
   */
  meets(): boolean {
    const [small, other] =
      this.forward.spread.size <= this.backward.spread.size
        ? [this.forward, this.backward]
        : [this.backward, this.forward];
    for (const label of small.spread.level()) {
      const wallet = small.spread.labels.walletOf(label);
      const isEnd = wallet === this.ends.from || wallet === this.ends.to;
      if (!isEnd && !this.ends.passes(wallet)) continue;
      // A moment of one side, with the other's sign.
      const moment = -(small.spread.labels.from[label] ?? 0);
      if (fewestHopsBy({ labels: other.spread.labels, scratch: other.scratch }, wallet, moment) >= 0)
        return true;
    }
    return false;
  }

  /**
   * Completes the forward side up to a number of hops, with nothing that cannot lead to the target within them: what is
   * then known of each wallet is exact as far as ways of so many hops go. False where the budget ended it.
   */
  completeForward(hops: number): boolean {
    const { forward, backward } = this;
    this.wholeForward = forward.spread.unseenFrom();
    forward.admits = (wallet, moment, hop) => {
      if (wallet === this.ends.to) return false;
      const left = fewestHopsBy(
        { labels: backward.spread.labels, scratch: backward.scratch },
        wallet,
        -moment,
      );
      return left >= 0 && hop + left <= hops;
    };
    while (forward.spread.hops < hops - 1 && forward.spread.size > 0) {
      if (!forward.spread.advance()) return false;
    }
    return true;
  }

  /** By side: the fewest hops from its end at which there may be a wallet that it has not come to. */
  unseenFrom(): { readonly forward: number; readonly backward: number } {
    const { forward, backward } = this;
    return {
      forward: this.wholeForward ?? forward.spread.unseenFrom(),
      backward: backward.spread.unseenFrom(),
    };
  }

  close(): void {
    returnScratch(this.forward.scratch);
    returnScratch(this.backward.scratch);
  }
}

class Side {
  readonly spread: Spread;
  readonly scratch: Scratch;
  admits: ((wallet: number, moment: number, hops: number) => boolean) | null = null;

  constructor(
    graph: TransferGraph,
    { from, to, asset, passes }: Ends,
    { direction, budget }: { readonly direction: SpreadDirection; readonly budget: Budget },
  ) {
    const [start, goal] = direction === 'OUT' ? [from, to] : [to, from];
    this.scratch = takeScratch(graph.wallets.count);
    this.spread = new Spread(graph, this.scratch, {
      direction,
      asset,
      budget,
      follows: (wallet) => wallet === start || (wallet !== goal && passes(wallet)),
      admits: (wallet, moment, hops) => this.admits?.(wallet, moment, hops) ?? true,
    });
    this.spread.start(start);
  }
}
