import fc from 'fast-check';
import type { CrossingFacts } from '../../../../../subgraphs/attribution/tracing/engine/graph/crossingTable';
import type {
  TransferFacts,
  UtxoFacts,
} from '../../../../../subgraphs/attribution/tracing/engine/graph/transferFacts';
import {
  type Arrival,
  comparePaths,
  reachDeposits,
} from '../../../../../subgraphs/attribution/tracing/engine/search/reach';
import { everyPath, type OwnedWallet, type World } from '../../../../support/tracingOracle';
import { marked, movementsOf, someCrossedFacts, someWallets } from '../../../../support/tracingWorlds';

type Facts = readonly (TransferFacts | UtxoFacts)[];

interface Trial extends Partial<Omit<World, 'movements' | 'crossings'>> {
  readonly facts: Facts;
  readonly crossings?: readonly CrossingFacts[];
  readonly withinAsset?: boolean;
  readonly budget?: number;
}

let made = 0;
function transfer(
  fromId: string,
  toId: string,
  at: number,
  over: Partial<TransferFacts> = {},
): TransferFacts {
  made += 1;
  return { seq: made, fromId, toId, asset: 'eth', at, amount: '5', ...over };
}

const owns = (actorId: string, walletId: string, over: Partial<OwnedWallet> = {}): OwnedWallet => ({
  actorId,
  walletId,
  from: -Infinity,
  until: Infinity,
  ...over,
});

/**
 * Returns the engine's answer, in the oracle's words. The engine ignores starts that were never seen in a
 * transfer.
 */
function reach({ facts, starts = [], maxHops = Infinity, budget = 1_000, before, ...kinds }: Trial) {
  const { withinAsset = false } = kinds;
  const { graph, marks } = marked(facts, kinds);
  const actors = [...new Set(starts.map(({ actorId }) => actorId))];
  const known = starts.flatMap(({ actorId, walletId, from, until }) => {
    const wallet = graph.wallets.numberOf(walletId);
    return wallet === undefined ? [] : [{ actor: actors.indexOf(actorId), wallet, from, until }];
  });
  const answer = reachDeposits(graph, { starts: known, marks, maxHops, budget, withinAsset });
  const isInTime = ({ wallet, rows }: Arrival) =>
    !kinds.claimed?.has(graph.wallets.idOf(wallet)) ||
    (graph.columns.at[rows.at(-1) ?? -1] ?? -Infinity) < (before ?? Infinity);
  const best = new Map(
    answer.arrivals
      .filter(isInTime)
      // The best of a wallet is set last.
      .sort((a, b) => comparePaths(b.rows, a.rows))
      .map(({ actor, wallet, rows }) => [
        `${graph.wallets.idOf(wallet)} ${actors[actor]}`,
        rows.map((row) => graph.columns.seq[row]!),
      ]),
  );
  const cut = answer.cuts.first.map(({ wallet, reason }) => `${graph.wallets.idOf(wallet)} ${reason}`).sort();
  return { ...answer, best, cut, paths: [...best.values()] };
}

/**
 * Returns the expected completeness of an answer that no hub cut. COMPLETE promises that more hops find
 * nothing more, by walking every path; HOP_LIMIT says that some path goes on beyond the hops. Funds that go
 * in a circle may give either.
 */
function beyond(trial: Trial, starts: readonly OwnedWallet[], best: ReadonlyMap<string, readonly number[]>) {
  const world = { ...trial, starts, movements: movementsOf(trial.facts), maxHops: Infinity } as World;
  const unlimited = everyPath(world);
  const isMore = JSON.stringify([...unlimited.best].sort()) !== JSON.stringify([...best].sort());
  const goesOn = everyPath({ ...world, hubs: new Set() }).longest > (trial.maxHops ?? Infinity);
  if (isMore) return 'HOP_LIMIT';
  return goesOn ? (expect.stringMatching(/COMPLETE|HOP_LIMIT/) as string) : 'COMPLETE';
}

describe('reach to custodial wallets', () => {
  it('says HOP_LIMIT where funds move on beyond the hops, and nothing worse is to be said', () => {
    const facts = Array.from({ length: 15 }, (_, i) => transfer(`w${i}`, `w${i + 1}`, i + 1));
    const asked = { facts, starts: [owns('x', 'w0')], custodial: new Set(['w15']) };
    expect(reach({ ...asked, maxHops: 5 }).completeness).toBe('HOP_LIMIT');
    expect(reach({ ...asked, maxHops: 14 }).completeness).toBe('HOP_LIMIT');
    expect(reach({ ...asked, maxHops: 15 })).toMatchObject({
      completeness: 'COMPLETE',
      paths: [expect.any(Array)],
    });
    expect(reach({ ...asked, maxHops: 5, hubs: new Set(['w3']) }).completeness).toBe('HUB_CUT');
    expect(reach({ ...asked, maxHops: 3, hubs: new Set(['w3']) }).completeness).toBe('HOP_LIMIT');
    expect(reach({ ...asked, maxHops: 5, budget: 2 }).completeness).toBe('BUDGET');
    // Funds that wait in a wallet at the last hop do not move.
    expect(reach({ ...asked, facts: facts.slice(0, 5), maxHops: 5 }).completeness).toBe('COMPLETE');
    // Funds that left before it arrived are other money.
    const earlier = [...facts.slice(0, 5), transfer('w5', 'w6', 0)];
    expect(reach({ ...asked, facts: earlier, maxHops: 5 }).completeness).toBe('COMPLETE');
  });

  it('finds what walking every path finds: the same best path, to the seq, and the same hubs', () => {
    const times = fc.integer({ min: 0, max: 5 });
    const trials = fc.record({
      world: someCrossedFacts(10),
      starts: fc.array(
        fc.record({
          actorId: fc.constantFrom('x', 'y'),
          walletId: fc.constantFrom(...someWallets),
          from: fc.option(times, { nil: -Infinity }),
          until: fc.option(times, { nil: Infinity }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      custodial: fc.subarray(someWallets, { minLength: 1, maxLength: 3 }).map((ids) => new Set(ids)),
      claimed: fc.subarray(someWallets, { maxLength: 3 }),
      before: times,
      hubs: fc.subarray(someWallets, { maxLength: 2 }).map((ids) => new Set(ids)),
      maxHops: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Infinity)),
    });
    fc.assert(
      fc.property(trials, ({ world, claimed: some, ...rest }) => {
        const drawn = { ...world, ...rest };
        // The time up to which a hub's funds count is not known to the end: the hub is reported to cut.
        const claimed = new Set(some.filter((id) => drawn.custodial.has(id) && !drawn.hubs.has(id)));
        const trial = { ...drawn, claimed };
        const seen = new Set(trial.facts.flatMap((fact) => walletsOf(fact)));
        const starts = trial.starts.filter(({ walletId }) => seen.has(walletId));
        const expected = everyPath({ ...trial, starts, movements: movementsOf(trial.facts) });
        const found = reach(trial);
        expect([...found.best].sort()).toEqual([...expected.best].sort());
        expect(found.cut).toEqual([...expected.hubsMet].map((id) => `${id} BUSY`).sort());
        if (expected.hubsMet.size > 0) expect(found.completeness).toBe('HUB_CUT');
        else expect(found.completeness).toEqual(beyond(trial, starts, found.best));
      }),
      { numRuns: 1_500 },
    );
  });

  describe('across a recorded crossing', () => {
    const into = transfer('start', 'bridge', 1);
    const out = transfer('vault', 'other', 2, { asset: 'usdc' });
    const last = transfer('other', 'deposit', 3, { asset: 'usdc' });
    const trial = {
      facts: [into, out, last, transfer('bridge', 'deposit', 4)],
      starts: [owns('x', 'start')],
      custodial: new Set(['deposit']),
      hubs: new Set(['bridge', 'vault']),
      crossings: [{ seq: 900, inSeq: into.seq, outSeq: out.seq }],
    };

    it('goes on with the recorded movement, through hubs, and names the hub whose other ways were not followed', () => {
      const { paths, cut } = reach(trial);
      expect(paths).toEqual([[into.seq, out.seq, last.seq]]);
      expect(cut).toEqual(['bridge BUSY']);
    });

    it('counts it as a hop, and stays within the asset where that is asked', () => {
      expect(reach({ ...trial, maxHops: 2 }).paths).toEqual([]);
      expect(reach({ ...trial, withinAsset: true }).paths).toEqual([]);
      expect(reach({ ...trial, crossings: [] }).paths).toEqual([]);
    });

    it('takes a movement that crosses though funds are known to have come to its wallet before', () => {
      const early = transfer('start', 'bridge', 0);
      expect(reach({ ...trial, facts: [early, ...trial.facts] }).paths).toEqual([
        [into.seq, out.seq, last.seq],
      ]);
    });

    it('says that it was cut where it would go on in more assets than it has memory for', () => {
      const outs = Array.from({ length: 20 }, (_, i) =>
        transfer('vault', `other${i}`, 2, { asset: `asset${i}` }),
      );
      const { cut } = reach({
        ...trial,
        facts: [into, ...outs],
        hubs: new Set(),
        crossings: outs.map(({ seq }, i) => ({ seq: 900 + i, inSeq: into.seq, outSeq: seq })),
      });
      expect(cut).toHaveLength(5);
      expect(cut.every((text) => text.endsWith(' BUDGET'))).toBe(true);
    });
  });

  it('keeps a way of more hops that arrives earlier: the short one misses what leaves in between', () => {
    const short = transfer('start', 'middle', 50);
    const ways = [
      transfer('start', 'detour', 1),
      transfer('detour', 'middle', 2),
      transfer('middle', 'deposit', 10),
    ];
    const trial = { facts: [short, ...ways], starts: [owns('x', 'start')], custodial: new Set(['deposit']) };
    expect(reach(trial).paths).toEqual([ways.map(({ seq }) => seq)]);
  });

  it('keeps a way of fewer hops that arrives later, where the hop limit leaves no room for the other', () => {
    const late = transfer('start', 'middle', 50);
    const last = transfer('middle', 'deposit', 60);
    const trial = {
      facts: [transfer('start', 'detour', 1), transfer('detour', 'middle', 2), late, last],
      starts: [owns('x', 'start')],
      custodial: new Set(['deposit']),
      maxHops: 2,
    };
    expect(reach(trial).paths).toEqual([[late.seq, last.seq]]);
  });

  it('lets funds leave at the instant at which they arrive, and not a millisecond earlier', () => {
    const trial = (leaves: number) => ({
      facts: [transfer('start', 'middle', 10), transfer('middle', 'deposit', leaves)],
      starts: [owns('x', 'start')],
      custodial: new Set(['deposit']),
    });
    expect(reach(trial(10)).paths).toHaveLength(1);
    expect(reach(trial(9)).paths).toHaveLength(0);
  });

  it('does not look behind a deposit wallet, and reaches one that is a hub', () => {
    const { paths, completeness } = reach({
      facts: [transfer('start', 'busy', 1), transfer('busy', 'other', 2)],
      starts: [owns('x', 'start')],
      custodial: new Set(['busy', 'other']),
      hubs: new Set(['busy']),
    });
    expect(paths).toHaveLength(1);
    expect(completeness).toBe('COMPLETE');
  });

  it('does not follow a start that is a hub, and says which', () => {
    const { paths, completeness, cut } = reach({
      facts: [transfer('start', 'deposit', 1)],
      starts: [owns('x', 'start')],
      custodial: new Set(['deposit']),
      hubs: new Set(['start']),
    });
    expect([paths, completeness, cut]).toEqual([[], 'HUB_CUT', ['start BUSY']]);
  });

  it('does not call an answer cut by a hub that the hop limit would have ended at anyway', () => {
    const { completeness } = reach({
      facts: [transfer('start', 'hub', 1)],
      starts: [owns('x', 'start')],
      hubs: new Set(['hub']),
      maxHops: 1,
    });
    expect(completeness).toBe('COMPLETE');
  });

  it('looks at no more than its budget, says where it stopped, and keeps what it found', () => {
    const facts = Array.from({ length: 10 }, (_, i) => transfer('start', `deposit${i}`, i));
    const trial = { facts, starts: [owns('x', 'start')], custodial: new Set(facts.map(({ toId }) => toId)) };
    const cut = reach({ ...trial, budget: 4 });
    expect(cut).toMatchObject({ completeness: 'BUDGET', cut: ['start BUDGET'], examined: 4 });
    expect(cut.paths).toHaveLength(4);
    const whole = reach({ ...trial, budget: 10 });
    expect(whole).toMatchObject({ completeness: 'COMPLETE', examined: 10, cuts: { count: 0 } });
    expect(whole.paths).toHaveLength(10);
  });

  it('looks at a row once, however often funds come back to its wallet', () => {
    const facts = [
      transfer('start', 'away', 1),
      transfer('away', 'start', 2),
      transfer('start', 'deposit', 3),
    ];
    const trial = { facts, starts: [owns('x', 'start')], custodial: new Set(['deposit']) };
    expect(reach(trial)).toMatchObject({ examined: 3, paths: [[facts[2]!.seq]] });
    const heldAtFirst = { ...trial, starts: [owns('x', 'start', { until: 1 })] };
    expect(reach(heldAtFirst).paths).toEqual([facts.map(({ seq }) => seq)]);
  });
});

const walletsOf = (fact: TransferFacts | UtxoFacts): readonly (string | null)[] =>
  'inputs' in fact
    ? [...fact.inputs, ...fact.outputs].map(({ walletId }) => walletId)
    : [fact.fromId, fact.toId];
