import { type Holders, labelOf, markIn, markOf, type Part } from './flows';
import { amountAt, ofWords, operands, wordBase } from './words';

/**
 * The order in which a holder's lots leave: the first received, the last, or the tainted (and of those the
 * first).
 */
export type LotOrder = 'FIFO' | 'LIFO' | 'TIHO';

const none = -1;

/**
 * The funds of holders, as lots of one mark each in the order of their arrival: chains through typed arrays.
 * Neighbours of one mark are one lot. A holder has two chains under TIHO, for tainted funds and for the rest,
 * else one.
 */
export class LotBook {
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private readonly chains: number;
  private readonly unseen: number;
  private amounts: Float64Array;
  private marks: Int32Array;
  private next: Int32Array;
  /** Lots that are not used any more, chained. */
  private free = none;
  private used = 0;
  /** The lot below which the next one goes that LIFO lays into the passing holder. */
  private laid = none;

  constructor(
    private readonly order: LotOrder,
    private readonly holders: Holders,
    expected: number,
  ) {
    this.chains = order === 'TIHO' ? 2 : 1;
    this.heads = new Int32Array(holders.count * this.chains).fill(none);
    this.tails = new Int32Array(holders.count * this.chains).fill(none);
    this.unseen = markOf(holders.unseen, false);
    const room = Math.max(64, expected);
    this.amounts = new Float64Array(room * 2);
    this.marks = new Int32Array(room);
    this.next = new Int32Array(room);
  }

  /** Moves the amount in `operands`. */
  move(payer: number, payee: number): void {
    this.laid = none;
    const mark = this.holders.marks[payer] ?? none;
    if (mark >= 0) {
      this.put(payee, mark);
      return;
    }
    for (let chain = 0; chain < this.chains; chain++) {
      if (this.takeFrom(payer * this.chains + chain, payee)) return;
    }
    this.put(payee, this.unseen);
  }

  /** Returns the funds of a holder, in the order in which they came; under TIHO tainted ones first. */
  partsOf(holder: number): Part[] {
    const parts: Part[] = [];
    for (let chain = 0; chain < this.chains; chain++) {
      for (
        let lot = this.heads[holder * this.chains + chain] ?? none;
        lot >= 0;
        lot = this.next[lot] ?? none
      ) {
        const amount = ofWords(this.amounts[lot * 2] ?? 0, this.amounts[lot * 2 + 1] ?? 0);
        parts.push({ marks: [this.marks[lot] ?? 0], amount });
      }
    }
    return parts;
  }

  /** Pays from the front of a chain. True where the amount is paid; else `operands` has what is still due. */
  private takeFrom(chain: number, payee: number): boolean {
    for (let lot = this.heads[chain] ?? none; lot >= 0; lot = this.heads[chain] ?? none) {
      const dueLow = operands[amountAt] ?? 0;
      const dueHigh = operands[amountAt + 1] ?? 0;
      const lotLow = this.amounts[lot * 2] ?? 0;
      const lotHigh = this.amounts[lot * 2 + 1] ?? 0;
      const mark = this.marks[lot] ?? 0;
      if (lotHigh > dueHigh || (lotHigh === dueHigh && lotLow > dueLow)) {
        const borrow = lotLow < dueLow ? 1 : 0;
        this.amounts[lot * 2] = lotLow - dueLow + borrow * wordBase;
        this.amounts[lot * 2 + 1] = lotHigh - dueHigh - borrow;
        this.put(payee, mark);
        return true;
      }
      this.heads[chain] = this.next[lot] ?? none;
      if ((this.next[lot] ?? none) < 0) this.tails[chain] = none;
      this.release(lot);
      operands[amountAt] = lotLow;
      operands[amountAt + 1] = lotHigh;
      this.put(payee, mark);
      const borrow = dueLow < lotLow ? 1 : 0;
      operands[amountAt] = dueLow - lotLow + borrow * wordBase;
      operands[amountAt + 1] = dueHigh - lotHigh - borrow;
      if (operands[amountAt] === 0 && operands[amountAt + 1] === 0) return true;
    }
    return false;
  }

  /** Gives a holder the amount in `operands`, of a mark. */
  private put(holder: number, paidMark: number): void {
    const mark = markIn(this.holders, holder, paidMark);
    const chain = this.chains === 1 ? holder : holder * 2 + (labelOf(mark) < this.holders.taints ? 0 : 1);
    if (this.order !== 'LIFO') this.putLast(chain, mark);
    else if (holder === this.holders.passing) this.layBelow(chain, mark);
    else this.putFirst(chain, mark);
  }

  private putLast(chain: number, mark: number): void {
    const tail = this.tails[chain] ?? none;
    if (tail >= 0 && this.marks[tail] === mark && this.merge(tail)) return;
    const lot = this.newLot(mark, none);
    if (tail >= 0) this.next[tail] = lot;
    else this.heads[chain] = lot;
    this.tails[chain] = lot;
  }

  private putFirst(chain: number, mark: number): void {
    const head = this.heads[chain] ?? none;
    if (head >= 0 && this.marks[head] === mark && this.merge(head)) return;
    this.heads[chain] = this.newLot(mark, head);
  }

  /** Lays a lot below those drawn before it: a transaction's input goes in as it lay. */
  private layBelow(chain: number, mark: number): void {
    const above = this.laid;
    if (above < 0) {
      this.laid = this.heads[chain] = this.newLot(mark, this.heads[chain] ?? none);
    } else {
      this.laid = this.next[above] = this.newLot(mark, this.next[above] ?? none);
    }
  }

  /** Adds the amount to a lot of its mark; false where that would be too long. */
  private merge(lot: number): boolean {
    const low = (this.amounts[lot * 2] ?? 0) + (operands[amountAt] ?? 0);
    const carry = low >= wordBase ? 1 : 0;
    const high = (this.amounts[lot * 2 + 1] ?? 0) + (operands[amountAt + 1] ?? 0) + carry;
    if (high >= wordBase) return false;
    this.amounts[lot * 2] = low - carry * wordBase;
    this.amounts[lot * 2 + 1] = high;
    return true;
  }

  private newLot(mark: number, next: number): number {
    let lot = this.free;
    if (lot >= 0) this.free = this.next[lot] ?? none;
    else {
      if (this.used === this.marks.length) this.grow();
      lot = this.used++;
    }
    this.amounts[lot * 2] = operands[amountAt] ?? 0;
    this.amounts[lot * 2 + 1] = operands[amountAt + 1] ?? 0;
    this.marks[lot] = mark;
    this.next[lot] = next;
    return lot;
  }

  private release(lot: number): void {
    this.next[lot] = this.free;
    this.free = lot;
  }

  private grow(): void {
    const room = Math.ceil(this.marks.length * 1.5);
    const { amounts, marks, next } = this;
    this.amounts = new Float64Array(room * 2);
    this.amounts.set(amounts);
    this.marks = new Int32Array(room);
    this.marks.set(marks);
    this.next = new Int32Array(room);
    this.next.set(next);
  }
}
