import { amountOf } from '../graph/amounts';
import { type Flows, type HoldingOf, type Holders, labelOf, type Part } from './flows';

/** A set of marks: the bit of each. */
type Marks = bigint;

/**
 * Sweeps by POISON: a holder that received anything tainted taints all that it pays from then on, wholly, by
 * every taint that it met. The amounts of different taints overlap and are never summed. An end's receipts
 * are told apart by the set of marks that they bore, each unit once.
 */
export function poisonSweep(flows: Flows, holders: Holders): HoldingOf {
  const { marks, passing, taints } = holders;
  const straight = straightMarks(taints);
  const poisons = new Map<number, Marks>();
  const received = new Map<number, Map<Marks, bigint>>();
  let last = -1;
  for (let flow = 0; flow < flows.count; flow++) {
    const payer = flows.from[flow] ?? 0;
    const payee = flows.to[flow] ?? 0;
    const amount = amountOf(flows.amounts, flow);
    if (payer === payee || amount === 0n) continue;
    // Another transaction begins.
    if (last === passing && payer !== passing) poisons.delete(passing);
    last = payer;
    const mark = marks[payer] ?? -1;
    const paid = mark < 0 ? (poisons.get(payer) ?? 0n) : labelOf(mark) < taints ? 1n << BigInt(mark) : 0n;
    if ((marks[payee] ?? -1) >= 0) receive(received, payee, { bears: paid, amount });
    else if (paid !== 0n) {
      const kept = payee === passing ? paid : (paid & ~straight) | ((paid & straight) << 1n);
      poisons.set(payee, (poisons.get(payee) ?? 0n) | kept);
    }
  }
  return (holder) => [...(received.get(holder) ?? [])].map(partOf);
}

/** The bits of the marks that are straight. */
function straightMarks(taints: number): Marks {
  let marks = 0n;
  for (let label = 0; label < taints; label++) marks |= 1n << BigInt(label * 2);
  return marks;
}

interface Receipt {
  readonly bears: Marks;
  readonly amount: bigint;
}

function receive(received: Map<number, Map<Marks, bigint>>, end: number, { bears, amount }: Receipt): void {
  const known = received.get(end) ?? new Map<Marks, bigint>();
  known.set(bears, (known.get(bears) ?? 0n) + amount);
  received.set(end, known);
}

function partOf([bears, amount]: readonly [Marks, bigint]): Part {
  const marks: number[] = [];
  for (let mark = 0, rest = bears; rest !== 0n; mark++, rest >>= 1n) if (rest & 1n) marks.push(mark);
  return { marks, amount };
}
