import fc from 'fast-check';
import { graphUntil } from '../../../../../subgraphs/attribution/tracing/engine/graph/graphUntil';
import type { CrossingFacts } from '../../../../../subgraphs/attribution/tracing/engine/graph/crossingTable';
import type {
  TransferFacts,
  UtxoFacts,
} from '../../../../../subgraphs/attribution/tracing/engine/graph/transferFacts';
import { reachFrom } from '../../../../../subgraphs/attribution/tracing/engine/search/walletReach';
import { marked, movementsOf, someCrossedFacts, someWallets } from '../../../../support/tracingWorlds';
import { everyWallet, type WalletReachWorld } from '../../../../support/walletReachOracle';

interface Trial extends Omit<WalletReachWorld, 'movements' | 'crossings'> {
  readonly facts: readonly (TransferFacts | UtxoFacts)[];
  readonly crossings?: readonly CrossingFacts[];
  readonly budget?: number;
}

/** Returns the engine's answer, in the oracle's words; null for a wallet that was never seen. */
function reach(trial: Trial) {
  const { facts, wallet, direction, maxHops, until, budget = 10_000 } = trial;
  const { graph: whole, marks } = marked(facts, trial);
  const start = whole.wallets.numberOf(wallet);
  if (start === undefined) return null;
  const graph = graphUntil(whole, until);
  const answer = reachFrom(graph, { wallet: start, direction, maxHops, marks, budget });
  return {
    ...answer,
    graph,
    fewest: new Map(
      answer.reached.map(({ wallet: found, rows }) => [graph.wallets.idOf(found), rows.length]),
    ),
  };
}

const transfer = (seq: number, fromId: string, toId: string, at: number): TransferFacts => ({
  seq,
  fromId,
  toId,
  at,
  asset: 'eth',
  amount: '5',
});

const nothingMarked = { custodial: new Set<string>(), hubs: new Set<string>(), until: Infinity };

describe('reach from a wallet', () => {
  it('comes to the wallets that walking every way comes to, with the fewest hops, either way', () => {
    const trials = fc.record({
      world: someCrossedFacts(10),
      wallet: fc.constantFrom(...someWallets),
      direction: fc.constantFrom('IN' as const, 'OUT' as const),
      custodial: fc.subarray(someWallets, { maxLength: 2 }).map((ids) => new Set(ids)),
      hubs: fc.subarray(someWallets, { maxLength: 2 }).map((ids) => new Set(ids)),
      maxHops: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(30)),
      until: fc.constantFrom(2, 4, Infinity, Infinity),
    });
    fc.assert(
      fc.property(trials, ({ world, ...asked }) => {
        // A hub that is custodial too ends a way, and is none that was cut.
        const hubs = new Set([...asked.hubs].filter((id) => !asked.custodial.has(id)));
        const trial = { ...world, ...asked, hubs };
        const found = reach(trial);
        if (!found) return;
        const oracle = { ...trial, movements: movementsOf(trial.facts) };
        const expected = everyWallet(oracle);
        expect([...found.fewest].sort()).toEqual([...expected.fewest].sort());
        const cut = found.cuts.first.map(({ wallet }) => found.graph.wallets.idOf(wallet));
        expect(cut.sort()).toEqual([...expected.hubsMet].sort());
        for (const { rows, wallet, isCustodial } of found.reached) {
          const times = rows.map((row) => found.graph.columns.at[row] ?? 0);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(isCustodial).toBe(asked.custodial.has(found.graph.wallets.idOf(wallet)));
        }
        if (expected.hubsMet.size > 0) expect(found.completeness).toBe('HUB_CUT');
        else {
          const unlimited = everyWallet({ ...oracle, maxHops: Infinity });
          const isMore = unlimited.fewest.size > found.fewest.size;
          // Funds that go in a circle may be said to move on, and may not.
          const goesOn =
            everyWallet({ ...oracle, hubs: new Set(), maxHops: Infinity }).longest > asked.maxHops;
          if (isMore) expect(found.completeness).toBe('HOP_LIMIT');
          else if (!goesOn) expect(found.completeness).toBe('COMPLETE');
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('says BUDGET where it did not look at all, and names the wallets', () => {
    const facts = Array.from({ length: 20 }, (_, i) => transfer(i + 1, `w${i}`, `w${i + 1}`, i + 1));
    const asked = { ...nothingMarked, facts, wallet: 'w0', direction: 'OUT' as const, maxHops: 30 };
    expect(reach(asked)).toMatchObject({ completeness: 'COMPLETE', reached: { length: 20 } });
    expect(reach({ ...asked, budget: 5 })).toMatchObject({ completeness: 'BUDGET', reached: { length: 5 } });
    expect(reach({ ...asked, maxHops: 3 })).toMatchObject({
      completeness: 'HOP_LIMIT',
      reached: { length: 3 },
    });
  });

  it('follows the wallet itself, also where it is a hub or custodial', () => {
    const facts = [transfer(1, 'a', 'b', 1)];
    const asked = { facts, wallet: 'a', direction: 'OUT' as const, maxHops: 5, until: Infinity };
    const found = reach({ ...asked, custodial: new Set(['a']), hubs: new Set(['a']) });
    expect(found).toMatchObject({ completeness: 'COMPLETE', reached: { length: 1 } });
  });

  it('has nothing after the time that is asked about', () => {
    const facts = [transfer(1, 'a', 'b', 1), transfer(2, 'b', 'c', 5)];
    const asked = { ...nothingMarked, facts, wallet: 'a', direction: 'OUT' as const, maxHops: 5 };
    expect(reach({ ...asked, until: 4 })).toMatchObject({ completeness: 'COMPLETE', reached: { length: 1 } });
    expect(reach({ ...asked, until: 5 })).toMatchObject({ completeness: 'COMPLETE', reached: { length: 2 } });
  });
});
