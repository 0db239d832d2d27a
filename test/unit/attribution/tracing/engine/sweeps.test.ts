import { writeAmount } from '../../../../../subgraphs/attribution/tracing/engine/graph/amounts';
import {
  type Flows,
  type Holders,
  markOf,
} from '../../../../../subgraphs/attribution/tracing/engine/taint/flows';
import {
  haircutSweep,
  taintedOf,
} from '../../../../../subgraphs/attribution/tracing/engine/taint/haircutSweep';
import { fastLotSweep } from '../../../../../subgraphs/attribution/tracing/engine/taint/lotSweep';
import {
  amountAt,
  highWord,
  lowWord,
  operands,
  ofWords,
  partAt,
  shareAt,
  shareOf,
  wholeAt,
} from '../../../../../subgraphs/attribution/tracing/engine/taint/words';
import { benchSweeps } from '../../../../bench/sweeps';
import { graphOf } from '../../../../support/exposureAsked';
import { seeded, someAsset } from '../../../../support/randomHappenings';
import { lay, type Lot, sumOf, take } from '../../../../support/taintOracle';

interface Move {
  readonly from: number;
  readonly to: number;
  readonly amount: bigint;
}

function flowsOf(moves: readonly Move[]): Flows {
  const limbs = new Uint32Array(moves.length * 4);
  const longer = new Map<number, bigint>();
  moves.forEach(({ amount }, row) => {
    const long = writeAmount(limbs, row, amount);
    if (long !== undefined) longer.set(row, long);
  });
  const column = (end: 'from' | 'to') => Int32Array.from(moves, (move) => move[end]);
  return { count: moves.length, from: column('from'), to: column('to'), amounts: { limbs, longer } };
}

/** Holder 0 is the source, of all that it pays. */
const holdersOf = (count: number): Holders => ({
  count,
  marks: Int32Array.from({ length: count }, (_, holder) => (holder === 0 ? markOf(0, true) : -1)),
  passing: -1,
  taints: 1,
  unseen: 1,
});

function randomMoves(seed: number, bits: number) {
  const any = seeded(seed);
  const holders = 2 + any(7);
  const amount = () => {
    const length = 1 + any(bits);
    return (BigInt(any(2 ** 31)) * BigInt(any(2 ** 31)) * BigInt(any(2 ** 31)) + 1n) % (1n << BigInt(length));
  };
  const moves = Array.from({ length: 60 }, (): Move => ({
    from: any(holders),
    to: any(holders),
    amount: amount(),
  }));
  return { holders, moves };
}

/** Returns the source's part in each holder, by the oracle. */
function oracleTaint(
  method: 'HAIRCUT' | 'FIFO' | 'LIFO' | 'TIHO',
  moves: readonly Move[],
): Map<number, bigint> {
  const unseen = { named: [], who: '', cause: 'UNSEEN', straight: false };
  const source = { named: [], who: '', cause: 'SUBJECT', straight: false };
  const held = new Map<number, readonly Lot[]>();
  for (const { from, to, amount } of moves) {
    if (from === to || amount === 0n) continue;
    const { rest, paid } =
      from === 0
        ? { rest: held.get(0) ?? [], paid: [{ origin: source, amount }] }
        : take(method, held.get(from) ?? [], amount, unseen);
    held.set(from, rest);
    held.set(to, lay(method, held.get(to) ?? [], paid));
  }
  return new Map(
    [...held].map(([holder, lots]) => [holder, sumOf(lots.filter((lot) => lot.origin === source))]),
  );
}

describe('the share of an amount', () => {
  it('is the quotient to the nearest unit, a half upwards, at any length up to 96 bits', () => {
    const any = seeded(1);
    const upTo = (most: bigint) => {
      let long = 0n;
      for (let i = 0; i < 4; i++) long = (long << 31n) | BigInt(any(2 ** 31));
      return (long >> BigInt(any(96))) % (most + 1n);
    };
    const put = (at: number, value: bigint) => {
      operands[at] = lowWord(value);
      operands[at + 1] = highWord(value);
    };
    for (let run = 0; run < 10_000; run++) {
      const all = 1n + upTo((1n << 96n) - 2n);
      const some = () => [upTo(all), upTo(all), 0n, all, all / 2n, all - 1n][any(6)] ?? 0n;
      const [part, amount] = [some(), some()];
      put(partAt, part);
      put(amountAt, amount);
      put(wholeAt, all);
      shareOf();
      const share = ofWords(operands[shareAt]!, operands[shareAt + 1]!);
      const exact = (2n * part * amount + all) / (2n * all);
      if (share !== exact) expect({ part, amount, all, share }).toEqual({ part, amount, all, share: exact });
    }
  });
});

const numbers = (below: number) => Array.from({ length: below }, (_, i) => i);

describe('a sweep in words', () => {
  const graphs = 300;

  it('has the same tainted balance as the oracle in every holder, by HAIRCUT', () => {
    for (let seed = 1; seed <= graphs; seed++) {
      const { holders, moves } = randomMoves(seed, 90);
      const balances = haircutSweep(flowsOf(moves), holdersOf(holders));
      const expected = oracleTaint('HAIRCUT', moves);
      const found = numbers(holders).map((holder) => taintedOf(balances!, holder));
      expect({ seed, found }).toEqual({
        seed,
        found: numbers(holders).map((each) => expected.get(each) ?? 0n),
      });
    }
  });

  it.each(['FIFO', 'LIFO', 'TIHO'] as const)(
    'has the same as the oracle in every holder, by %s',
    (method) => {
      for (let seed = 1; seed <= graphs; seed++) {
        const { holders, moves } = randomMoves(seed, 95);
        const book = fastLotSweep(method, flowsOf(moves), holdersOf(holders))!;
        const expected = oracleTaint(method, moves);
        const found = numbers(holders).map((holder) =>
          sumOf(book.partsOf(holder).filter(({ marks: [mark] }) => (mark ?? 2) < 2)),
        );
        expect({ seed, found }).toEqual({
          seed,
          found: numbers(holders).map((each) => expected.get(each) ?? 0n),
        });
      }
    },
  );

  it('keeps all taint that leaves the source: what is held is what was paid', () => {
    for (let seed = 1; seed <= graphs; seed++) {
      const { holders, moves } = randomMoves(seed, 90);
      const paid = sumOf(moves.filter(({ from, to }) => from === 0 && to !== 0));
      const balances = haircutSweep(flowsOf(moves), holdersOf(holders))!;
      const held = numbers(holders).reduce((sum, holder) => sum + taintedOf(balances, holder), 0n);
      expect({ seed, held }).toEqual({ seed, held: paid });
    }
  });

  it('leaves to BigInt what is too long for it', () => {
    const long = [{ from: 0, to: 1, amount: 1n << 96n }];
    expect(haircutSweep(flowsOf(long), holdersOf(2))).toBeNull();
    expect(fastLotSweep('FIFO', flowsOf(long), holdersOf(2))).toBeNull();
    const sum = Array.from({ length: 3 }, () => ({ from: 0, to: 1, amount: 1n << 95n }));
    expect(haircutSweep(flowsOf(sum), holdersOf(2))).toBeNull();
    expect(sumOf(fastLotSweep('FIFO', flowsOf(sum), holdersOf(2))!.partsOf(1))).toBe(3n << 95n);
  });

  it('is what the bench times, which compares it with plain BigInt', () => {
    const { moves } = randomMoves(1, 80);
    const happenings = moves.map(({ from, to, amount }, i) => ({
      seq: i + 1,
      at: i,
      asset: someAsset,
      isUtxo: false,
      inputs: [{ wallet: `w${from}`, amount }],
      outputs: [{ wallet: `w${to}`, amount }],
    }));
    const figures = benchSweeps(graphOf(happenings), 1);
    expect(figures.map(({ method, same }) => ({ method, same }))).toEqual([
      { method: 'HAIRCUT', same: true },
      { method: 'FIFO', same: true },
    ]);
  });
});
