import { groupBy } from '../groupBy';
import { carried, compareArrivals, type Label, type Movement } from './label';

/**
 * Which labels are worth following, over the levels of a search. Of two ways into one wallet, for one actor and one
 * asset, the one with fewer hops and no later arrival stands for both: whatever can follow the other can follow it.
 * One with more hops but an earlier arrival is kept beside it, as it may catch a movement that the other misses.
 */
export class Frontier<M extends Movement> {
  /** The earliest arrival so far, of any number of hops. */
  private readonly earliest = new Map<string, number>();
  /** By actor and wallet: from when on it may send whatever it has, as its actor held it to the end. */
  private readonly held = new Map<string, number>();

  /** The labels of the next level: where the movements take those of this one. */
  advance(labels: readonly Label<M>[], movements: readonly M[]): Label<M>[] {
    for (const label of labels) this.hold(label);
    const byWallet = groupBy(labels, ({ walletId }) => walletId);
    const next = new Map<string, Label<M>>();
    for (const movement of movements) {
      if (movement.amount === '0' || movement.fromId === movement.toId) continue;
      for (const label of byWallet.get(movement.fromId) ?? []) {
        const reached = carried(label, movement);
        if (reached) this.offer(next, reached);
      }
    }
    for (const [key, label] of next) this.earliest.set(key, label.arrival);
    return [...next.values()];
  }

  /** Only a start that is followed stands for what arrives in its wallet: one at a deposit wallet does not. */
  private hold({ movement, start }: Label<M>): void {
    if (movement !== null || start.until !== Infinity) return;
    const key = `${start.actorId} ${start.walletId}`;
    this.held.set(key, Math.min(start.from, this.held.get(key) ?? Infinity));
  }

  private offer(next: Map<string, Label<M>>, label: Label<M>): void {
    const { actorId } = label.start;
    if ((this.held.get(`${actorId} ${label.walletId}`) ?? Infinity) <= label.arrival) return;
    const key = `${actorId} ${label.walletId} ${label.movement?.asset}`;
    if ((this.earliest.get(key) ?? Infinity) <= label.arrival) return;
    const known = next.get(key);
    if (!known || compareArrivals(label, known) < 0) next.set(key, label);
  }
}
