import { amountOf } from '../graph/amounts';
import { type Flows, type HoldingOf, type Holders, labelOf, markIn, markOf, type Part } from './flows';
import { LotBook, type LotOrder } from './lotBook';
import { readAmount } from './readAmount';
import { amountAt, operands } from './words';

/** FIFO, LIFO and TIHO: funds are lots, and a holder pays with them in its order. At any length of amounts. */
export function lotSweep(order: LotOrder, flows: Flows, holders: Holders): HoldingOf {
  const book = fastLotSweep(order, flows, holders);
  return book ? (holder) => book.partsOf(holder) : longLotSweep(order, flows, holders);
}

/** Null where an amount is too long for two words. */
export function fastLotSweep(order: LotOrder, flows: Flows, holders: Holders): LotBook | null {
  const { count, from, to, amounts } = flows;
  const book = new LotBook(order, holders, Math.min(count, holders.count * 2));
  for (let flow = 0; flow < count; flow++) {
    const payer = from[flow] ?? 0;
    const payee = to[flow] ?? 0;
    if (payer === payee) continue;
    if (!readAmount(amounts.limbs, flow)) return null;
    if (operands[amountAt] === 0 && operands[amountAt + 1] === 0) continue;
    book.move(payer, payee);
  }
  return book;
}

interface Lot {
  readonly mark: number;
  amount: bigint;
}

/** The same with BigInt, for amounts of any length: the lots of a holder from the next to leave to the last. */
function longLotSweep(order: LotOrder, flows: Flows, holders: Holders): HoldingOf {
  const lots = new Map<number, Lot[]>();
  const lotsIn = (holder: number) => {
    const known = lots.get(holder) ?? [];
    lots.set(holder, known);
    return known;
  };
  for (let flow = 0; flow < flows.count; flow++) {
    const payer = flows.from[flow] ?? 0;
    const payee = flows.to[flow] ?? 0;
    const amount = amountOf(flows.amounts, flow);
    if (payer === payee || amount === 0n) continue;
    const mark = holders.marks[payer] ?? -1;
    const drawn = mark >= 0 ? [{ mark, amount }] : draw(lotsIn(payer), amount, markOf(holders.unseen, false));
    const marked = drawn.map((lot) => ({ ...lot, mark: markIn(holders, payee, lot.mark) }));
    const there = lotsIn(payee);
    if (order === 'FIFO') there.push(...marked);
    else if (order === 'TIHO') putByTaint(there, marked, holders.taints);
    else there.unshift(...(payee === holders.passing ? marked : marked.reverse()));
  }
  return (holder) => (lots.get(holder) ?? []).map(({ mark, amount }): Part => ({ marks: [mark], amount }));
}

function draw(lots: Lot[], amount: bigint, unseen: number): Lot[] {
  const drawn: Lot[] = [];
  let due = amount;
  for (let first = lots[0]; first && due > 0n; first = lots[0]) {
    if (first.amount > due) {
      first.amount -= due;
      drawn.push({ mark: first.mark, amount: due });
      return drawn;
    }
    due -= first.amount;
    drawn.push(first);
    lots.shift();
  }
  if (due > 0n) drawn.push({ mark: unseen, amount: due });
  return drawn;
}

/** Puts tainted lots behind tainted ones, and the rest behind all. */
function putByTaint(lots: Lot[], marked: readonly Lot[], taints: number): void {
  for (const lot of marked) {
    const clean = lots.findIndex(({ mark }) => labelOf(mark) >= taints);
    if (labelOf(lot.mark) < taints && clean >= 0) lots.splice(clean, 0, lot);
    else lots.push(lot);
  }
}
