import { amountOf } from '../graph/amounts';
import { type Flows, type HoldingOf, type Holders, labelOf, markOf, type Part } from './flows';
import { amountAt, operands, ofWords, partAt, shareAt, shareOf, wholeAt, wordBase } from './words';
import { readAmount } from './readAmount';

/** Whole and tainted part by holder, as two words each. */
type TaintedBalances = Float64Array;

/**
 * Sweeps by HAIRCUT with one taint, over any number of transfers. The tainted part of a payment is the
 * payer's, in proportion, to the nearest unit, a half upwards. Funds that the payer was not seen to receive
 * are not tainted. Null where a number is too long for two words: `mixtureSweep` counts it.
 */
export function haircutSweep({ count, from, to, amounts }: Flows, { count: holders, marks }: Holders) {
  const balances: TaintedBalances = new Float64Array(holders * 4);
  for (let flow = 0; flow < count; flow++) {
    const payer = from[flow] ?? 0;
    const payee = to[flow] ?? 0;
    if (payer === payee) continue;
    if (!readAmount(amounts.limbs, flow)) return null;
    const mark = marks[payer] ?? -1;
    if (mark < 0) pay(balances, payer * 4);
    else markAmount(labelOf(mark) === 0);
    if (!receive(balances, payee * 4)) return null;
  }
  return balances;
}

/** Sweeps by HAIRCUT where only one taint is told from the rest; null where it takes `mixtureSweep`. */
export function singleTaintSweep(flows: Flows, holders: Holders): HoldingOf | null {
  if (holders.taints !== 1 || holders.unseen !== 1 || passesThrough(flows, holders.passing)) return null;
  const balances = haircutSweep(flows, holders);
  if (!balances) return null;
  const straight = straightAmounts(flows, holders);
  return (holder) => {
    const direct = straight.get(holder) ?? 0n;
    const tainted = taintedOf(balances, holder);
    const parts: Part[] = [
      { marks: [markOf(0, true)], amount: direct },
      { marks: [markOf(0, false)], amount: tainted - direct },
      { marks: [markOf(1, false)], amount: wholeOf(balances, holder) - tainted },
    ];
    return parts.filter(({ amount }) => amount > 0n);
  };
}

const passesThrough = ({ from, count }: Flows, holder: number) => from.subarray(0, count).includes(holder);

/** Returns the amounts that ends received from the source itself. */
function straightAmounts(flows: Flows, { marks }: Holders): ReadonlyMap<number, bigint> {
  const amounts = new Map<number, bigint>();
  for (let flow = 0; flow < flows.count; flow++) {
    const payer = flows.from[flow] ?? 0;
    const payee = flows.to[flow] ?? 0;
    if (payer === payee || marks[payer] !== markOf(0, true) || (marks[payee] ?? -1) < 0) continue;
    amounts.set(payee, (amounts.get(payee) ?? 0n) + amountOf(flows.amounts, flow));
  }
  return amounts;
}

/** Returns the whole, or the tainted part, of a holder's funds. */
const wholeOf = (balances: TaintedBalances, holder: number): bigint =>
  ofWords(balances[holder * 4] ?? 0, balances[holder * 4 + 1] ?? 0);
export const taintedOf = (balances: TaintedBalances, holder: number): bigint =>
  ofWords(balances[holder * 4 + 2] ?? 0, balances[holder * 4 + 3] ?? 0);

function markAmount(isTainted: boolean): void {
  operands[shareAt] = isTainted ? (operands[amountAt] ?? 0) : 0;
  operands[shareAt + 1] = isTainted ? (operands[amountAt + 1] ?? 0) : 0;
}

/** Takes the amount from a holder, and leaves in `share` what of it is tainted. */
function pay(balances: TaintedBalances, at: number): void {
  const low = operands[amountAt] ?? 0;
  const high = operands[amountAt + 1] ?? 0;
  const wholeLow = balances[at] ?? 0;
  const wholeHigh = balances[at + 1] ?? 0;
  const partLow = balances[at + 2] ?? 0;
  const partHigh = balances[at + 3] ?? 0;
  if (wholeHigh < high || (wholeHigh === high && wholeLow <= low)) {
    operands[shareAt] = partLow;
    operands[shareAt + 1] = partHigh;
    balances[at] = 0;
    balances[at + 1] = 0;
    balances[at + 2] = 0;
    balances[at + 3] = 0;
    return;
  }
  if (partLow === 0 && partHigh === 0) markAmount(false);
  else if (partLow === wholeLow && partHigh === wholeHigh) markAmount(true);
  else {
    operands[partAt] = partLow;
    operands[partAt + 1] = partHigh;
    operands[wholeAt] = wholeLow;
    operands[wholeAt + 1] = wholeHigh;
    shareOf();
  }
  subtract(balances, at, amountAt);
  subtract(balances, at + 2, shareAt);
}

function subtract(balances: TaintedBalances, at: number, operand: number): void {
  const low = (balances[at] ?? 0) - (operands[operand] ?? 0);
  const borrow = low < 0 ? 1 : 0;
  balances[at] = low + borrow * wordBase;
  balances[at + 1] = (balances[at + 1] ?? 0) - (operands[operand + 1] ?? 0) - borrow;
}

/** Adds the amount, and what of it is tainted. False where it does not fit. */
function receive(balances: TaintedBalances, at: number): boolean {
  add(balances, at, amountAt);
  add(balances, at + 2, shareAt);
  return (balances[at + 1] ?? 0) < wordBase;
}

function add(balances: TaintedBalances, at: number, operand: number): void {
  const low = (balances[at] ?? 0) + (operands[operand] ?? 0);
  const carry = low >= wordBase ? 1 : 0;
  balances[at] = low - carry * wordBase;
  balances[at + 1] = (balances[at + 1] ?? 0) + (operands[operand + 1] ?? 0) + carry;
}
