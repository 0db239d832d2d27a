import { amountOf } from '../graph/amounts';
import { type Flows, type HoldingOf, type Holders, markIn, markOf } from './flows';

/**
 * Sweeps by HAIRCUT with any number of labels and amounts of any length. Of a payment, each mark has its part
 * of the payer's funds, rounded down to the unit. The remaining units go to the largest remainders, one each,
 * equal ones in the order of the marks. Funds that the payer was not seen to receive are added, unseen.
 */
export function mixtureSweep(flows: Flows, holders: Holders): HoldingOf {
  const mixtures = new Map<number, Mixture>();
  const mixtureIn = (holder: number) => {
    const known = mixtures.get(holder) ?? new Mixture();
    mixtures.set(holder, known);
    return known;
  };
  for (let flow = 0; flow < flows.count; flow++) {
    const payer = flows.from[flow] ?? 0;
    const payee = flows.to[flow] ?? 0;
    const amount = amountOf(flows.amounts, flow);
    if (payer === payee || amount === 0n) continue;
    const mark = holders.marks[payer] ?? -1;
    const paid =
      mark >= 0 ? [{ mark, amount }] : mixtureIn(payer).take(amount, markOf(holders.unseen, false));
    const received = mixtureIn(payee);
    for (const part of paid) received.add(markIn(holders, payee, part.mark), part.amount);
  }
  return (holder) =>
    mixtures
      .get(holder)
      ?.parts()
      .map(({ mark, amount }) => ({ marks: [mark], amount })) ?? [];
}

interface MarkedAmount {
  readonly mark: number;
  readonly amount: bigint;
}

interface Quotient {
  readonly mark: number;
  amount: bigint;
  readonly remainder: bigint;
}

/** Funds of several marks that cannot be told apart. */
class Mixture {
  private whole = 0n;
  private readonly byMark = new Map<number, bigint>();

  add(mark: number, amount: bigint): void {
    if (amount === 0n) return;
    this.whole += amount;
    this.byMark.set(mark, (this.byMark.get(mark) ?? 0n) + amount);
  }

  parts(): MarkedAmount[] {
    return [...this.byMark].map(([mark, amount]) => ({ mark, amount }));
  }

  take(amount: bigint, unseen: number): readonly MarkedAmount[] {
    if (amount >= this.whole) {
      const all = this.parts();
      if (amount > this.whole) all.push({ mark: unseen, amount: amount - this.whole });
      this.byMark.clear();
      this.whole = 0n;
      return all;
    }
    const paid = this.divided(amount);
    for (const part of paid) {
      const rest = (this.byMark.get(part.mark) ?? 0n) - part.amount;
      if (rest === 0n) this.byMark.delete(part.mark);
      else this.byMark.set(part.mark, rest);
    }
    this.whole -= amount;
    return paid;
  }

  private divided(amount: bigint): readonly MarkedAmount[] {
    let undivided = amount;
    const quotients: Quotient[] = [];
    for (const [mark, part] of this.byMark) {
      const product = part * amount;
      const quotient = product / this.whole;
      undivided -= quotient;
      quotients.push({ mark, amount: quotient, remainder: product - quotient * this.whole });
    }
    if (undivided === 0n) return quotients;
    quotients.sort(byRemainder);
    for (let at = 0; at < Number(undivided); at++) {
      const next = quotients[at];
      if (next) next.amount += 1n;
    }
    return quotients;
  }
}

/** The largest first. */
function byRemainder(a: Quotient, b: Quotient): number {
  return a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.mark - b.mark;
}
