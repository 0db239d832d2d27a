import { buildGraph } from '../../../../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import type { TransferFacts } from '../../../../../subgraphs/attribution/tracing/engine/graph/transferFacts';
import { marksOf } from '../../../../../subgraphs/attribution/tracing/engine/search/marks';
import { findPaths } from '../../../../../subgraphs/attribution/tracing/engine/search/paths';
import { reachDeposits } from '../../../../../subgraphs/attribution/tracing/engine/search/reach';
import { describeWithData } from '../../../../support/describeWithData';
import { reachedWallets } from '../../../../support/reachedWallets';
import { harmony, ronin } from '../../../../support/tracingFiles';

/** Fewest hops from one address to every other: the earliest arrival of each address at each hop count, as the trial does it. */
function fewestHops(facts: readonly TransferFacts[], start: string, maxHops: number): Map<string, number> {
  let arrivals = new Map([[start, -Infinity]]);
  const fewest = new Map([[start, 0]]);
  for (let hop = 1; hop <= maxHops; hop++) {
    const next = new Map<string, number>();
    for (const { fromId, toId, at, amount } of facts) {
      if (BigInt(amount) === 0n || fromId === toId) continue;
      if ((arrivals.get(fromId) ?? Infinity) <= at && at < (next.get(toId) ?? Infinity)) next.set(toId, at);
    }
    for (const address of next.keys()) if (!fewest.has(address)) fewest.set(address, hop);
    arrivals = next;
  }
  return fewest;
}

/** All that an address reaches in time order, in any number of hops: earliest arrivals, until no transfer makes one earlier. */
function everReached(facts: readonly TransferFacts[], start: string): ReadonlySet<string> {
  const arrivals = new Map([[start, -Infinity]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const { fromId, toId, at, amount } of facts) {
      if (BigInt(amount) === 0n || fromId === toId) continue;
      if ((arrivals.get(fromId) ?? Infinity) > at || at >= (arrivals.get(toId) ?? Infinity)) continue;
      arrivals.set(toId, at);
      changed = true;
    }
  }
  return new Set(arrivals.keys());
}

const unmarked = new Uint8Array(0);
const budget = Infinity;

describeWithData('the Harmony bridge', () => {
  let theft: ReturnType<typeof harmony>;
  let graph: ReturnType<typeof buildGraph>;
  const number = (id: string) => graph.wallets.numberOf(id) ?? -1;
  beforeAll(() => {
    theft = harmony();
    graph = buildGraph(theft.facts);
  });

  it('is reached in time order at 468 addresses, and at one more within a single instant', () => {
    const { facts, sources } = theft;
    // One pass takes what shares an instant in the order of the file; here that counts in either order.
    const inOnePass = new Set(sources);
    for (const { fromId, toId } of [...facts].sort((a, b) => a.at - b.at))
      if (inOnePass.has(fromId)) inOnePass.add(toId);
    expect(inOnePass.size).toBe(468);

    const wallets = reachedWallets(graph, sources.map(number));
    const reached = new Set(wallets.map(({ wallet }) => graph.wallets.idOf(wallet)));
    expect(reached.size).toBe(469);
    expect([...inOnePass].filter((id) => !reached.has(id))).toEqual([]);
  });

  it('leads to 11 of the 14 terminals', () => {
    const { sources, terminals } = theft;
    const custodial = marksOf(graph, { custodial: terminals.map(number), services: [] });
    const starts = sources.map((id) => ({ actor: 0, wallet: number(id), from: -Infinity, until: Infinity }));
    const { arrivals } = reachDeposits(graph, { starts, marks: custodial, maxHops: Infinity, budget });
    expect(new Set(arrivals.map(({ wallet }) => wallet)).size).toBe(11);
  });

  it('has from every source to every terminal a path of as few hops as there can be, or none', () => {
    const { facts, sources, terminals } = theft;
    const reached = new Set<string>();
    for (const source of sources) {
      const fewest = fewestHops(facts, source, 12);
      const ever = everReached(facts, source);
      for (const terminal of terminals) {
        const ends = { from: number(source), to: number(terminal) };
        const { paths, completeness } = findPaths(graph, {
          ...ends,
          maxHops: 12,
          first: 1,
          marks: unmarked,
          budget,
        });
        expect([source, terminal, completeness, paths[0]?.length]).toEqual([
          source,
          terminal,
          !fewest.has(terminal) && ever.has(terminal) ? 'HOP_LIMIT' : 'COMPLETE',
          fewest.get(terminal),
        ]);
        if (paths.length > 0) reached.add(terminal);
      }
    }
    expect(reached.size).toBe(11);
  });
});

describeWithData('the Ronin bridge', () => {
  let theft: ReturnType<typeof ronin>;
  let graph: ReturnType<typeof buildGraph>;
  let start: number;
  beforeAll(() => {
    theft = ronin();
    graph = buildGraph(theft.facts);
    start = graph.wallets.numberOf(theft.exploiter) ?? -1;
  });

  it('leads from the exploiter to 61 addresses within 2 hops, five of the seven intermediaries to exchanges among them', () => {
    const { roles } = theft;
    const wallets = reachedWallets(graph, [start], 2);
    const reached = new Set(
      wallets.filter(({ hops }) => hops > 0).map(({ wallet }) => graph.wallets.idOf(wallet)),
    );
    expect(reached.size).toBe(61);
    const intermediaries = roles.filter(({ role }) => role === 'intermediary_to_cex');
    expect(intermediaries).toHaveLength(7);
    expect(intermediaries.filter(({ address }) => reached.has(address))).toHaveLength(5);
  });

  it('has to each address a path of as few hops as there can be', () => {
    const { facts, exploiter } = theft;
    const fewest = fewestHops(facts, exploiter, 8);
    expect(Math.max(...fewest.values())).toBe(2);
    for (const [id, hops] of fewest) {
      const question = {
        from: start,
        to: graph.wallets.numberOf(id) ?? -1,
        maxHops: 8,
        first: 1,
        marks: unmarked,
        budget,
      };
      expect([id, findPaths(graph, question).paths[0]?.length]).toEqual([id, hops]);
    }
  });
});
