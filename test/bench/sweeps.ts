import { amountOf } from '../../subgraphs/attribution/tracing/engine/graph/amounts';
import type { TransferGraph } from '../../subgraphs/attribution/tracing/engine/graph/transferGraph';
import type { Flows, Holders } from '../../subgraphs/attribution/tracing/engine/taint/flows';
import { markOf } from '../../subgraphs/attribution/tracing/engine/taint/flows';
import { haircutSweep, taintedOf } from '../../subgraphs/attribution/tracing/engine/taint/haircutSweep';
import { fastLotSweep } from '../../subgraphs/attribution/tracing/engine/taint/lotSweep';

/** A sweep over all transfers: fixed-width words beside plain BigInt, in turn, in one run. */
interface SweepFigures {
  readonly method: 'HAIRCUT' | 'FIFO';
  readonly transfers: number;
  readonly wallets: number;
  readonly sources: number;
  readonly runs: number;
  /** Million transfers a second, by the median of the runs. */
  readonly words: number;
  readonly bigint: number;
  /** Of the best run of each: what the machine does when nobody else is on it. */
  readonly wordsBest: number;
  readonly bigintBest: number;
  /** The speed as a multiple of BigInt's, by the medians. */
  readonly ratio: number;
  /** True where both found the same, wallet by wallet, to the last unit. */
  readonly same: boolean;
}

/** Taint from every so-manieth wallet: what a sanctioned exchange's customers do to a graph. */
const oneSourceIn = 1_000;

/**
 * Times haircut and FIFO over a graph of one asset and no UTXO transactions: its columns are the flows. `runs` of each,
 * alternating; the answers of the first are compared.
 */
export function benchSweeps(graph: TransferGraph, runs = 5): SweepFigures[] {
  const { columns, wallets } = graph;
  const flows: Flows = columns;
  const marks = new Int32Array(wallets.count).fill(-1);
  let sources = 0;
  for (let wallet = 0; wallet < wallets.count; wallet += oneSourceIn, sources++)
    marks[wallet] = markOf(0, true);
  const holders: Holders = { count: wallets.count, marks, passing: -1, taints: 1, unseen: 1 };
  const amounts = Array.from({ length: columns.count }, (_, row) => amountOf(columns.amounts, row));
  const facts = { transfers: columns.count, wallets: wallets.count, sources, runs };
  return [
    { method: 'HAIRCUT' as const, words: wordsHaircut, bigint: bigintHaircut },
    { method: 'FIFO' as const, words: wordsFifo, bigint: bigintFifo },
  ].map(({ method, words, bigint }) => {
    const same = agree(words(flows, holders), bigint(flows, holders, amounts), wallets.count);
    const times = { words: [] as number[], bigint: [] as number[] };
    for (let run = 0; run < runs; run++) {
      times.words.push(millisecondsOf(() => words(flows, holders)));
      times.bigint.push(millisecondsOf(() => bigint(flows, holders, amounts)));
    }
    const rate = (ms: number) => Math.round(columns.count / ms / 10) / 100;
    const [wordsMs, bigintMs] = [median(times.words), median(times.bigint)];
    return {
      method,
      ...facts,
      words: rate(wordsMs),
      bigint: rate(bigintMs),
      wordsBest: rate(Math.min(...times.words)),
      bigintBest: rate(Math.min(...times.bigint)),
      ratio: Math.round((bigintMs / wordsMs) * 100) / 100,
      same,
    };
  });
}

/** The tainted funds of a wallet. */
type TaintOf = (wallet: number) => bigint;

function wordsHaircut(flows: Flows, holders: Holders): TaintOf {
  const balances = haircutSweep(flows, holders);
  if (!balances) throw new Error('an amount is too long for two words');
  return (wallet) => taintedOf(balances, wallet);
}

function wordsFifo(flows: Flows, holders: Holders): TaintOf {
  const book = fastLotSweep('FIFO', flows, holders);
  if (!book) throw new Error('an amount is too long for two words');
  return (wallet) =>
    book
      .partsOf(wallet)
      .reduce((sum, { marks: [mark], amount }) => sum + ((mark ?? 2) < 2 ? amount : 0n), 0n);
}

/** The same as anybody would write it. */
function bigintHaircut(
  { count, from, to }: Flows,
  { count: wallets, marks }: Holders,
  amounts: readonly bigint[],
): TaintOf {
  const balance = new Array<bigint>(wallets).fill(0n);
  const tainted = new Array<bigint>(wallets).fill(0n);
  for (let row = 0; row < count; row++) {
    const payer = from[row] ?? 0;
    const payee = to[row] ?? 0;
    if (payer === payee) continue;
    const amount = amounts[row] ?? 0n;
    let share = amount;
    if ((marks[payer] ?? -1) < 0) {
      const whole = balance[payer] ?? 0n;
      const part = tainted[payer] ?? 0n;
      share = amount >= whole ? part : (2n * part * amount + whole) / (2n * whole);
      balance[payer] = amount >= whole ? 0n : whole - amount;
      tainted[payer] = part - share;
    }
    balance[payee] = (balance[payee] ?? 0n) + amount;
    tainted[payee] = (tainted[payee] ?? 0n) + share;
  }
  return (wallet) => tainted[wallet] ?? 0n;
}

interface Lot {
  readonly isTainted: boolean;
  amount: bigint;
}

function bigintFifo(
  { count, from, to }: Flows,
  { count: wallets, marks }: Holders,
  amounts: readonly bigint[],
): TaintOf {
  const lots = Array.from({ length: wallets }, (): Lot[] => []);
  const first = new Int32Array(wallets);
  const put = (wallet: number, isTainted: boolean, amount: bigint) => {
    const there = lots[wallet] ?? [];
    const last = there.length > (first[wallet] ?? 0) ? there.at(-1) : undefined;
    if (last?.isTainted === isTainted) last.amount += amount;
    else there.push({ isTainted, amount });
  };
  for (let row = 0; row < count; row++) {
    const payer = from[row] ?? 0;
    const payee = to[row] ?? 0;
    if (payer === payee) continue;
    let due = amounts[row] ?? 0n;
    if ((marks[payer] ?? -1) >= 0) {
      put(payee, true, due);
      continue;
    }
    const there = lots[payer] ?? [];
    while (due > 0n) {
      const lot = there[first[payer] ?? 0];
      if (!lot) break;
      const paid = lot.amount <= due ? lot.amount : due;
      put(payee, lot.isTainted, paid);
      due -= paid;
      lot.amount -= paid;
      if (lot.amount === 0n) first[payer]!++;
    }
    if (due > 0n) put(payee, false, due);
    if ((first[payer] ?? 0) > 32 && (first[payer] ?? 0) * 2 > there.length) {
      there.splice(0, first[payer] ?? 0);
      first[payer] = 0;
    }
  }
  return (wallet) => (lots[wallet] ?? []).reduce((sum, lot) => sum + (lot.isTainted ? lot.amount : 0n), 0n);
}

function agree(words: TaintOf, bigint: TaintOf, wallets: number): boolean {
  for (let wallet = 0; wallet < wallets; wallet++) if (words(wallet) !== bigint(wallet)) return false;
  return true;
}

function millisecondsOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
