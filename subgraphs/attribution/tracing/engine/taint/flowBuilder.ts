import { amountOf, isZero, writeAmount } from '../graph/amounts';
import type { TransferColumns } from '../graph/transferGraph';
import { rowsAt } from './ends';
import type { Flows } from './flows';
import type { TaintMethod } from './taintMethod';

/** The holders of a row's ends: of a wallet at that time, or of nobody (-1). */
export interface HolderNames {
  payer(wallet: number, at: number): number;
  payee(wallet: number, at: number): number;
  /** The holders of newly made coins, of funds inside a transaction, and of its fee. */
  readonly issue: number;
  readonly passing: number;
  readonly fee: number;
}

/** The flows of events (the first row of each) in their order. */
export function flowsOf(
  columns: TransferColumns,
  events: Int32Array,
  { method, names }: { readonly method: TaintMethod; readonly names: HolderNames },
): Flows {
  const flows = new FlowColumns(events.length);
  for (const event of events) {
    const at = columns.at[event] ?? 0;
    if ((columns.transaction[event] ?? -1) >= 0) addTransaction(flows, columns, { event, method, names });
    else {
      const payer = names.payer(columns.from[event] ?? -1, at);
      flows.add(payer, names.payee(columns.to[event] ?? -1, at), amountOf(columns.amounts, event));
    }
  }
  return flows.flows();
}

interface Transaction {
  readonly event: number;
  readonly method: TaintMethod;
  readonly names: HolderNames;
}

/** Inputs in, outputs out, the fee last; what no input paid for was newly made. */
function addTransaction(
  flows: FlowColumns,
  columns: TransferColumns,
  { event, method, names }: Transaction,
): void {
  const at = columns.at[event] ?? 0;
  const { first, end } = rowsAt(columns, event);
  const firstOutput = first + inputsOf(columns, first, end);
  let fee = 0n;
  const outputs: { readonly holder: number; readonly amount: bigint }[] = [];
  for (let row = first; row < end; row++) {
    if (isZero(columns.amounts.limbs, row)) continue;
    const amount = amountOf(columns.amounts, row);
    if (row < firstOutput) {
      flows.add(names.payer(columns.from[row] ?? -1, at), names.passing, amount);
      fee += amount;
    } else outputs.push({ holder: names.payee(columns.to[row] ?? -1, at), amount });
  }
  const source = fee === 0n ? names.issue : names.passing;
  // The sort is stable: outputs of one amount stay in their order.
  if (method === 'TIHO') outputs.sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0));
  for (const { holder, amount } of outputs) {
    flows.add(source, holder, amount);
    fee -= amount;
  }
  if (fee > 0n) flows.add(names.passing, names.fee, fee);
}

/** Inputs have the seq of the first output. */
function inputsOf({ seq }: TransferColumns, first: number, end: number): number {
  let row = first;
  while (row < end && seq[row] === seq[first]) row++;
  return row - first - 1;
}

/** Flows that are being collected. */
class FlowColumns {
  private from: Int32Array;
  private to: Int32Array;
  private limbs: Uint32Array;
  private readonly longer = new Map<number, bigint>();
  private count = 0;

  constructor(expected: number) {
    const room = Math.max(16, expected);
    this.from = new Int32Array(room);
    this.to = new Int32Array(room);
    this.limbs = new Uint32Array(room * 4);
  }

  add(from: number, to: number, amount: bigint): void {
    if (this.count === this.from.length) this.grow();
    const flow = this.count++;
    this.from[flow] = from;
    this.to[flow] = to;
    const long = writeAmount(this.limbs, flow, amount);
    if (long !== undefined) this.longer.set(flow, long);
  }

  flows(): Flows {
    const { count, from, to, limbs, longer } = this;
    return { count, from, to, amounts: { limbs, longer } };
  }

  private grow(): void {
    const { from, to, limbs } = this;
    const room = Math.ceil(this.count * 1.5);
    this.from = new Int32Array(room);
    this.from.set(from);
    this.to = new Int32Array(room);
    this.to.set(to);
    this.limbs = new Uint32Array(room * 4);
    this.limbs.set(limbs);
  }
}
