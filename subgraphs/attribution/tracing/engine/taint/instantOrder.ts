import type { TransferColumns } from '../graph/transferGraph';
import { walletsAt } from './ends';

/**
 * Orders the events of one instant, whose order the record does not give. Of the events left, it takes one
 * into which none of the rest pays, and of several the first recorded. Where each waits for another, it takes
 * the first recorded. So funds that pass through several wallets within a block are followed. `events`: the
 * first row of each, of one asset, ascending; ordered in place.
 */
export function orderInstants(columns: TransferColumns, events: Int32Array): void {
  let start = 0;
  while (start < events.length) {
    const time = columns.at[events[start] ?? 0];
    let end = start + 1;
    while (end < events.length && columns.at[events[end] ?? 0] === time) end++;
    if (end - start > 1) {
      const instant = events.subarray(start, end);
      instant.set(new Instant(columns, instant.slice()).ordered());
    }
    start = end;
  }
}

class Instant {
  /** By wallet: how many of those that are left pay it. */
  private readonly receipts = new Map<number, number>();
  /** By wallet: the places of those that it pays for. */
  private readonly payments = new Map<number, number[]>();
  private readonly payers: number[][] = [];
  private readonly payees: Set<number>[] = [];
  /** By place: how many of its payers are still paid by others. */
  private readonly waits: number[] = [];
  private readonly isPlaced: boolean[] = [];
  private readonly free = new SmallestFirst();

  constructor(
    columns: TransferColumns,
    private readonly events: Int32Array,
  ) {
    events.forEach((row, place) => {
      this.payers[place] = [...new Set(walletsAt(columns, row, 'from'))];
      this.payees[place] = new Set(walletsAt(columns, row, 'to'));
      for (const payer of this.payers[place]) {
        const known = this.payments.get(payer);
        if (known) known.push(place);
        else this.payments.set(payer, [place]);
      }
      for (const payee of this.payees[place]) this.receipts.set(payee, (this.receipts.get(payee) ?? 0) + 1);
    });
  }

  ordered(): Int32Array {
    this.payers.forEach((payers, place) => {
      this.waits[place] = payers.filter((payer) => this.isWaiting(place, payer)).length;
      if (this.waits[place] === 0) this.free.add(place);
    });
    const order = new Int32Array(this.events.length);
    let oldest = 0;
    for (let at = 0; at < order.length; at++) {
      let place = this.free.take();
      while (place !== undefined && this.isPlaced[place]) place = this.free.take();
      while (place === undefined && this.isPlaced[oldest]) oldest++;
      place ??= oldest;
      order[at] = this.events[place] ?? 0;
      this.place(place);
    }
    return order;
  }

  private place(place: number): void {
    this.isPlaced[place] = true;
    for (const payee of this.payees[place] ?? []) {
      const before = this.receipts.get(payee) ?? 0;
      this.receipts.set(payee, before - 1);
      // With two or more left, each still waits.
      if (before > 2) continue;
      for (const other of this.payments.get(payee) ?? []) {
        const waited = before > this.ownReceipts(other, payee);
        if (this.isPlaced[other] || !waited || this.isWaiting(other, payee)) continue;
        this.waits[other] = (this.waits[other] ?? 0) - 1;
        if (this.waits[other] === 0) this.free.add(other);
      }
    }
  }

  private isWaiting(place: number, payer: number): boolean {
    return (this.receipts.get(payer) ?? 0) > this.ownReceipts(place, payer);
  }

  /** Returns 1 where the wallet pays itself: it does not wait for that. */
  private ownReceipts(place: number, wallet: number): number {
    return this.payees[place]?.has(wallet) ? 1 : 0;
  }
}

/** A binary heap of numbers. */
class SmallestFirst {
  private readonly heap: number[] = [];

  add(value: number): void {
    let at = this.heap.push(value) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.heap[above] ?? 0) <= value) break;
      this.heap[at] = this.heap[above] ?? 0;
      at = above;
    }
    this.heap[at] = value;
  }

  take(): number | undefined {
    const smallest = this.heap[0];
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return smallest;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.heap.length) break;
      if ((this.heap[below + 1] ?? Infinity) < (this.heap[below] ?? 0)) below++;
      if ((this.heap[below] ?? 0) >= last) break;
      this.heap[at] = this.heap[below] ?? 0;
      at = below;
    }
    this.heap[at] = last;
    return smallest;
  }
}
