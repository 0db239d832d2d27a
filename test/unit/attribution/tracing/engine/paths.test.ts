import fc from 'fast-check';
import type { CrossingFacts } from '../../../../../subgraphs/attribution/tracing/engine/graph/crossingTable';
import { findPaths } from '../../../../../subgraphs/attribution/tracing/engine/search/paths';
import type {
  TransferFacts,
  UtxoFacts,
} from '../../../../../subgraphs/attribution/tracing/engine/graph/transferFacts';
import { pathsBetween } from '../../../../support/tracingOracle';
import { marked, movementsOf, someCrossedFacts, someWallets } from '../../../../support/tracingWorlds';

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly maxHops?: number;
  readonly first?: number;
  readonly hubs?: ReadonlySet<string>;
  readonly budget?: number;
  readonly crossings?: readonly CrossingFacts[];
}

/** The paths as text, hop by hop; null where an end was never seen. */
function paths(facts: readonly (TransferFacts | UtxoFacts)[], asked: Asked) {
  const {
    from,
    to,
    maxHops = 12,
    first = 100,
    hubs = new Set<string>(),
    budget = Infinity,
    crossings = [],
  } = asked;
  const { graph, marks } = marked(facts, { hubs, crossings });
  const ends = [graph.wallets.numberOf(from), graph.wallets.numberOf(to)];
  if (ends[0] === undefined || ends[1] === undefined) return null;
  const answer = findPaths(graph, { from: ends[0], to: ends[1], maxHops, first, marks, budget });
  const text = answer.paths.map((path) =>
    path.map(
      (hop) => `${graph.columns.seq[hop.row]} ${graph.wallets.idOf(hop.from)}>${graph.wallets.idOf(hop.to)}`,
    ),
  );
  return { ...answer, text };
}

const transfer = (seq: number, way: string, at: number, asset = 'eth'): TransferFacts => ({
  seq,
  fromId: way.split('>')[0]!,
  toId: way.split('>')[1]!,
  at,
  asset,
  amount: '5',
});

describe('paths between two wallets', () => {
  it('are those that walking every path finds, in the same order, as many as are wanted', () => {
    const wallet = fc.constantFrom(...someWallets);
    const asked = fc.record({
      from: wallet,
      to: wallet,
      maxHops: fc.integer({ min: 1, max: 7 }),
      first: fc.constantFrom(1, 2, 5, 100),
      hubs: fc.subarray(someWallets, { maxLength: 2 }).map((ids) => new Set(ids)),
      /** The ends at which a crossing leads: otherwise few paths would have one. */
      across: fc.constantFrom('no', 'from', 'to', 'both'),
    });
    let crossed = 0;
    fc.assert(
      fc.property(someCrossedFacts(14), asked, ({ facts, crossings }, { across, ...ends }) => {
        const { maxHops, first, hubs } = ends;
        const movements = movementsOf(facts);
        const into = movements.find(({ seq }) => seq === crossings[0]?.inSeq);
        const out = movements.find(({ seq }) => seq === crossings[0]?.outSeq);
        const from = (across === 'from' || across === 'both' ? into?.fromId : null) ?? ends.from;
        const to = (across === 'to' || across === 'both' ? out?.toId : null) ?? ends.to;
        const found = paths(facts, { from, to, maxHops, first, hubs, crossings });
        if (!found || from === to) return;
        const every = pathsBetween({ movements, from, to, hubs, crossings, maxHops });
        if (every.some((path) => path.some(({ asset }) => asset !== path[0]?.asset))) crossed++;
        // From several inputs to one output there are ways that differ in nothing but where they pass: any order of them.
        const seqs = (rows: readonly (readonly string[])[]) =>
          rows.map((row) => row.map((hop) => hop.split(' ')[0]));
        const expected = every.map((path) => path.map(({ seq, fromId, toId }) => `${seq} ${fromId}>${toId}`));
        expect(seqs(found.text)).toEqual(seqs(expected.slice(0, first)));
        expect(new Set(found.text.map(String)).size).toBe(found.text.length);
        const allowed = new Set(expected.map(String));
        expect(found.text.filter((path) => !allowed.has(String(path)))).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
    expect(crossed).toBeGreaterThan(100);
  });

  it('are COMPLETE only where following hubs as well would find nothing else among the first', () => {
    const wallet = fc.constantFrom(...someWallets);
    const asked = fc.record({
      from: wallet,
      to: wallet,
      maxHops: fc.integer({ min: 1, max: 6 }),
      first: fc.constantFrom(1, 3),
      hubs: fc.subarray(someWallets, { minLength: 1, maxLength: 3 }).map((ids) => new Set(ids)),
    });
    let complete = 0;
    fc.assert(
      fc.property(someCrossedFacts(14), asked, ({ facts, crossings }, { from, to, maxHops, first, hubs }) => {
        const found = paths(facts, { from, to, maxHops, first, hubs, crossings });
        if (found?.completeness !== 'COMPLETE' || from === to) return;
        complete++;
        // Whatever the hops: COMPLETE promises that none is longer where fewer than wanted were found.
        const world = { movements: movementsOf(facts), from, to, crossings, maxHops: Infinity };
        const without = pathsBetween({ ...world, hubs: new Set<string>() });
        const seqs = without.slice(0, first).map((path) => path.map(({ seq }) => seq));
        expect(found.text.map((path) => path.map((hop) => Number(hop.split(' ')[0])))).toEqual(seqs);
      }),
      { numRuns: 1_500 },
    );
    expect(complete).toBeGreaterThan(50);
  });

  const chain = [transfer(1, 'a>b', 1), transfer(2, 'b>c', 2), transfer(3, 'c>d', 3)];

  it('may begin and end at hubs, and pass through none: the answer names the one that was not followed', () => {
    const ends = paths(chain, { from: 'a', to: 'd', hubs: new Set(['a', 'd']) });
    expect(ends).toMatchObject({ completeness: 'COMPLETE', text: [['1 a>b', '2 b>c', '3 c>d']] });
    const through = paths(chain, { from: 'a', to: 'd', hubs: new Set(['b']) });
    expect(through).toMatchObject({ completeness: 'HUB_CUT', text: [], cuts: { count: 1 } });
  });

  it('say BUDGET where they were not looked for to the end', () => {
    const hops = Array.from({ length: 50 }, (_, i) => transfer(i + 1, `a>${i}`, 1));
    const facts = [...hops, ...hops.map((_, i) => transfer(100 + i, `${i}>z`, 2))];
    expect(paths(facts, { from: 'a', to: 'z', budget: 20 })).toMatchObject({ completeness: 'BUDGET' });
    expect(paths(facts, { from: 'a', to: 'z', budget: 1_000 })).toMatchObject({ completeness: 'COMPLETE' });
  });

  it('say HOP_LIMIT where a longer one exists, and only there', () => {
    const wallet = fc.constantFrom(...someWallets);
    const asked = fc.record({ from: wallet, to: wallet, maxHops: fc.integer({ min: 1, max: 4 }) });
    const said = new Set<string>();
    fc.assert(
      fc.property(someCrossedFacts(14), asked, ({ facts, crossings }, { from, to, maxHops }) => {
        const found = paths(facts, { from, to, maxHops, crossings });
        if (!found || from === to) return;
        const world = { movements: movementsOf(facts), from, to, crossings, hubs: new Set<string>() };
        const isLonger = pathsBetween({ ...world, maxHops: Infinity }).some(({ length }) => length > maxHops);
        expect(found.completeness).toBe(isLonger ? 'HOP_LIMIT' : 'COMPLETE');
        said.add(found.completeness);
      }),
      { numRuns: 1_000 },
    );
    expect([...said].sort()).toEqual(['COMPLETE', 'HOP_LIMIT']);
    const behindAHub = paths(chain, { from: 'a', to: 'd', maxHops: 1, hubs: new Set(['b']) });
    expect(behindAHub).toMatchObject({ completeness: 'HOP_LIMIT', text: [] });
  });

  it('stay within one asset', () => {
    const facts = [transfer(1, 'a>b', 1), transfer(2, 'b>c', 2, 'usdc')];
    expect(paths(facts, { from: 'a', to: 'c' })).toMatchObject({ completeness: 'COMPLETE', text: [] });
  });

  it('from a wallet to itself: the one of no hops', () => {
    expect(paths(chain, { from: 'a', to: 'a' })).toMatchObject({ completeness: 'COMPLETE', text: [[]] });
  });
});
