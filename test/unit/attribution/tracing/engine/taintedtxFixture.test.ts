import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaintMethod } from '../../../../../subgraphs/attribution/tracing/engine/taint/taintMethod';
import { describeWithData } from '../../../../support/describeWithData';
import { askExposure, graphOf } from '../../../../support/exposureAsked';
import { someAsset } from '../../../../support/randomHappenings';
import { sharedData } from '../../../../support/sharedData';
import type { Happening, NamedWallet } from '../../../../support/taintOracle';

const rowsOf = (file: string) =>
  readFileSync(join(sharedData, 'attribution', 'traces', 'taintedtx', 'testdata', file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map(Number));

interface TestOutput {
  readonly name: string;
  readonly tx: number;
  readonly amount: bigint;
}

interface TestInput {
  /** The output that it spends; null where that is none of the file's. */
  readonly spends: string | null;
  readonly amount: bigint;
}

interface TestTransaction {
  readonly tx: number;
  readonly inputs: readonly TestInput[];
  readonly outputs: readonly TestOutput[];
}

/**
 * Returns the transactions in their order. taintedtx takes the fee from all inputs in proportion before it
 * shares out the rest (`policy_tx_taint`). Here the fee is the last output; so the fixture has its inputs
 * without the fee.
 */
function transactionsOf(): TestTransaction[] {
  const outputs = rowsOf('tx_output.csv').map(([index, tx, , amount, spentBy]) => ({
    name: `o${index}`,
    tx: tx ?? 0,
    amount: BigInt(amount ?? 0),
    spentBy: spentBy ?? 0,
  }));
  /** By what made and what spends it: some of the inputs have an index of their own. */
  const unspent = [...outputs];
  const spentBy = (tx: number, madeBy: number) => {
    const at = unspent.findIndex((output) => output.tx === madeBy && output.spentBy === tx);
    return at < 0 ? null : (unspent.splice(at, 1)[0]?.name ?? null);
  };
  const inputs = rowsOf('tx_input.csv');
  return [...new Set(outputs.map(({ tx }) => tx))]
    .sort((a, b) => a - b)
    .map((tx) => {
      const own = inputs.filter((row) => row[1] === tx);
      const made: TestOutput[] = outputs.filter((output) => output.tx === tx);
      const due = made.reduce((sum, { amount }) => sum + amount, 0n);
      const paid = own.reduce((sum, row) => sum + BigInt(row[3] ?? 0), 0n);
      let left = due;
      const spent = own.map((row, i): TestInput => {
        const whole = BigInt(row[3] ?? 0);
        // Where a transaction of the fixture pays more than it has, the last input makes up for it.
        const amount = i === own.length - 1 ? left : paid > due ? (whole * due) / paid : whole;
        left -= amount;
        return { spends: spentBy(tx, row[4] ?? 0), amount };
      });
      return { tx, inputs: spent, outputs: made };
    });
}

interface Portion {
  readonly isTainted: boolean;
  readonly amount: bigint;
}

/**
 * Returns the taint of every output by taintedtx's In-Out policies, after `order_tainting` and
 * `policy_tx_taint`.
 */
function taintedtx(transactions: readonly TestTransaction[], method: TaintMethod): Map<string, bigint> {
  const portions = new Map<string, readonly Portion[]>([['o0', [{ isTainted: true, amount: 8000n }]]]);
  for (const { tx, inputs, outputs } of transactions) {
    if (tx === 900) continue;
    let queue = inputs.flatMap(({ spends, amount }) => {
      const known = (spends && portions.get(spends)) || [{ isTainted: false, amount }];
      return cutTo(known, amount, method);
    });
    if (method === 'LIFO') queue = queue.reverse();
    if (method === 'TIHO')
      queue = [...queue.filter((one) => one.isTainted), ...queue.filter((one) => !one.isTainted)];
    const order = method === 'TIHO' ? [...outputs].sort((a, b) => Number(b.amount - a.amount)) : [...outputs];
    for (const { name, amount } of order) {
      const taken: Portion[] = [];
      for (let due = amount; due > 0n;) {
        const first = queue.shift() ?? { isTainted: false, amount: due };
        const part = first.amount < due ? first.amount : due;
        taken.push({ ...first, amount: part });
        if (first.amount > part) queue.unshift({ ...first, amount: first.amount - part });
        due -= part;
      }
      portions.set(name, taken);
    }
  }
  return new Map(
    [...portions].map(([name, all]) => [
      name,
      all.reduce((sum, { isTainted, amount }) => sum + (isTainted ? amount : 0n), 0n),
    ]),
  );
}

/**
 * Returns the spent part of an output, less its part of the fee: the part that the method would pay first.
 */
function cutTo(portions: readonly Portion[], amount: bigint, method: TaintMethod): Portion[] {
  const next = method === 'LIFO' ? [...portions].reverse() : [...portions];
  if (method === 'TIHO') next.sort((a, b) => Number(b.isTainted) - Number(a.isTainted));
  const cut: Portion[] = [];
  let due = amount;
  for (const one of next) {
    const part = one.amount < due ? one.amount : due;
    if (part > 0n) cut.push({ ...one, amount: part });
    due -= part;
  }
  if (due > 0n) cut.push({ isTainted: false, amount: due });
  return method === 'LIFO' ? cut.reverse() : cut;
}

/** Each output is a wallet of its own. */
const happeningsOf = (transactions: readonly TestTransaction[]): Happening[] =>
  transactions.map(({ tx, inputs, outputs }) => ({
    seq: tx * 100,
    at: tx,
    asset: someAsset,
    isUtxo: true,
    inputs: inputs.map(({ spends, amount }, i) => ({ wallet: spends ?? `in${tx}.${i}`, amount })),
    outputs: outputs.map(({ name, amount }) => ({ wallet: name, amount })),
  }));

/** Returns the stolen amount of each output that nobody spends. */
function found(transactions: readonly TestTransaction[], method: TaintMethod): Map<string, bigint> {
  const spent = new Set(transactions.flatMap(({ inputs }) => inputs.map(({ spends }) => spends)));
  const ends = transactions.flatMap(({ outputs }) => outputs).filter(({ name }) => !spent.has(name));
  const claims = new Map(
    ends.map(({ name }) => [
      name,
      [{ owner: name, categories: [], from: -Infinity, until: Infinity } satisfies NamedWallet],
    ]),
  );
  const asked = { subject: 'o0', direction: 'OUT', method, maxHops: 50, until: Infinity, claims } as const;
  const [asset] = askExposure(graphOf(happeningsOf(transactions)), asked).assets;
  return new Map(
    ends.map(({ name }) => [name, asset?.byOwner.find((row) => row.name === name)?.amount ?? 0n]),
  );
}

describeWithData("taintedtx's test data", () => {
  const transactions = () => transactionsOf();

  it.each(['FIFO', 'LIFO', 'TIHO'] as const)(
    'has the taint in every unspent output where it has it, by %s',
    (method) => {
      const expected = taintedtx(transactions(), method);
      const ends = found(transactions(), method);
      expect(ends.size).toBeGreaterThan(40);
      expect(ends).toEqual(new Map([...ends.keys()].map((name) => [name, expected.get(name) ?? 0n])));
      expect([...ends.values()].filter((amount) => amount > 0n).length).toBeGreaterThan(3);
      expect([...ends.values()].reduce((sum, amount) => sum + amount, 0n)).toBeLessThanOrEqual(8000n);
    },
  );

  it('poisons wholly every output that is connected to the theft, and no other', () => {
    const connected = new Set(['o0']);
    const amounts = new Map<string, bigint>();
    for (const { inputs, outputs } of transactions()) {
      const isPoisoned = inputs.some(
        ({ spends, amount }) => spends !== null && amount > 0n && connected.has(spends),
      );
      for (const { name, amount } of outputs) {
        if (isPoisoned) connected.add(name);
        amounts.set(name, isPoisoned ? amount : 0n);
      }
    }
    const ends = found(transactions(), 'POISON');
    expect(ends).toEqual(new Map([...ends.keys()].map((name) => [name, amounts.get(name) ?? 0n])));
  });
});
