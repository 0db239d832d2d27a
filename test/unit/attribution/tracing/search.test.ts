import fc from 'fast-check';
import { bestTraces } from '../../../../subgraphs/attribution/tracing/bestTraces';
import { type Movement, movementsOf, type Start } from '../../../../subgraphs/attribution/tracing/label';
import { searchDeposits } from '../../../../subgraphs/attribution/tracing/search';
import { movementGraph } from '../../../support/movementGraph';
import { everyPath, type World } from '../../../support/tracingOracle';

const unbounded = { maxHops: Infinity, budget: Infinity };

let made = 0;
function movement(fromId: string, toId: string, time: number, over: Partial<Movement> = {}): Movement {
  made += 1;
  return { _id: `t${made}`, seq: made, fromId, toId, asset: 'eth', at: new Date(time), amount: '5', ...over };
}

const owns = (actorId: string, walletId: string, over: Partial<Start> = {}): Start => ({
  actorId,
  walletId,
  from: -Infinity,
  until: Infinity,
  ...over,
});

async function pathsIn(world: Omit<World, 'maxHops' | 'hubs'> & Partial<World>, budget = Infinity) {
  const { starts, maxHops = Infinity } = world;
  const result = await searchDeposits(starts, movementGraph(world), { maxHops, budget });
  const traces = bestTraces(result.arrivals, (walletId) => [walletId]);
  return {
    ...result,
    paths: traces.map(({ label }) => movementsOf(label).map(({ _id }) => _id)),
  };
}

describe('the search for deposits', () => {
  it('finds what walking every path finds: the same best path, to the id, and the same hubs', async () => {
    const wallets = ['a', 'b', 'c', 'd', 'e', 'f'];
    const wallet = fc.constantFrom(...wallets);
    const times = fc.integer({ min: 0, max: 5 });
    const worlds: fc.Arbitrary<World> = fc
      .record({
        drafts: fc.array(
          fc.record({
            fromId: wallet,
            toId: wallet,
            time: times,
            asset: fc.constantFrom('eth', 'eth', 'usdc'),
            amount: fc.constantFrom('5', '5', '5', '0'),
          }),
          { maxLength: 10 },
        ),
        owners: fc.array(
          fc.record({
            actorId: fc.constantFrom('x', 'y'),
            walletId: wallet,
            from: fc.option(times, { nil: -Infinity }),
            until: fc.option(times, { nil: Infinity }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        custodial: fc.subarray(wallets, { minLength: 1, maxLength: 3 }),
        hubs: fc.subarray(wallets, { maxLength: 2 }),
        maxHops: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Infinity)),
      })
      .map(({ drafts, owners, custodial, hubs, maxHops }) => ({
        movements: drafts.map(({ time, ...draft }, i) => ({
          ...draft,
          _id: `t${(i * 7) % 10}`,
          seq: i + 1,
          at: new Date(time),
        })),
        starts: owners,
        custodial: new Set(custodial),
        hubs: new Set(hubs),
        maxHops,
      }));
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const bounds = { maxHops: world.maxHops, budget: Infinity };
        const { arrivals, hubsMet, budgetSpent } = await searchDeposits(
          world.starts,
          movementGraph(world),
          bounds,
        );
        const found = new Map(
          bestTraces(arrivals, (walletId) => [walletId]).map(({ accountId, actorId, label }) => [
            `${accountId} ${actorId}`,
            movementsOf(label).map(({ _id }) => _id),
          ]),
        );
        const expected = everyPath(world);
        expect([...found].sort()).toEqual([...expected.best].sort());
        expect(hubsMet).toBe(expected.hubsMet);
        expect(budgetSpent).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('keeps a way of more hops that arrives earlier: the short one misses what leaves in between', async () => {
    const short = movement('start', 'middle', 50);
    const ways = [
      movement('start', 'detour', 1),
      movement('detour', 'middle', 2),
      movement('middle', 'deposit', 10),
    ];
    const world = {
      movements: [short, ...ways],
      starts: [owns('x', 'start')],
      custodial: new Set(['deposit']),
    };
    expect((await pathsIn(world)).paths).toEqual([ways.map(({ _id }) => _id)]);
  });

  it('keeps a way of fewer hops that arrives later, where the hop limit leaves no room for the other', async () => {
    const late = movement('start', 'middle', 50);
    const last = movement('middle', 'deposit', 60);
    const world = {
      movements: [movement('start', 'detour', 1), movement('detour', 'middle', 2), late, last],
      starts: [owns('x', 'start')],
      custodial: new Set(['deposit']),
      maxHops: 2,
    };
    expect((await pathsIn(world)).paths).toEqual([[late._id, last._id]]);
  });

  it('lets funds leave at the instant at which they arrive, and not a millisecond earlier', async () => {
    const world = (leaves: number) => ({
      movements: [movement('start', 'middle', 10), movement('middle', 'deposit', leaves)],
      starts: [owns('x', 'start')],
      custodial: new Set(['deposit']),
    });
    expect((await pathsIn(world(10))).paths).toHaveLength(1);
    expect((await pathsIn(world(9))).paths).toHaveLength(0);
  });

  it('does not look behind a deposit wallet, and reaches one that is a hub', async () => {
    const world = {
      movements: [movement('start', 'busy', 1), movement('busy', 'other', 2)],
      starts: [owns('x', 'start')],
      custodial: new Set(['busy', 'other']),
      hubs: new Set(['busy']),
    };
    const { paths, hubsMet } = await pathsIn(world);
    expect(paths).toHaveLength(1);
    expect(hubsMet).toBe(false);
  });

  it('does not follow a start that is a hub, and says so', async () => {
    const { paths, hubsMet } = await pathsIn({
      movements: [movement('start', 'deposit', 1)],
      starts: [owns('x', 'start')],
      custodial: new Set(['deposit']),
      hubs: new Set(['start']),
    });
    expect(paths).toHaveLength(0);
    expect(hubsMet).toBe(true);
  });

  it('does not call an answer cut by a hub that the hop limit would have ended at anyway', async () => {
    const { hubsMet } = await pathsIn({
      movements: [movement('start', 'hub', 1)],
      starts: [owns('x', 'start')],
      custodial: new Set<string>(),
      hubs: new Set(['hub']),
      maxHops: 1,
    });
    expect(hubsMet).toBe(false);
  });

  it('counts a wallet for each actor that it is said to be of', async () => {
    const world = {
      movements: [movement('start', 'deposit', 1)],
      starts: [owns('y', 'start'), owns('x', 'start')],
      custodial: new Set(['deposit']),
    };
    const { arrivals } = await pathsIn(world);
    expect(bestTraces(arrivals, () => ['account']).map(({ actorId }) => actorId)).toEqual(['x', 'y']);
  });

  it('looks at no more than its budget, says so, and keeps what it found', async () => {
    const movements = Array.from({ length: 10 }, (_, i) => movement('start', `deposit${i}`, i));
    const world = {
      movements,
      starts: [owns('x', 'start')],
      custodial: new Set(movements.map(({ toId }) => toId)),
    };
    const cut = await pathsIn(world, 4);
    expect(cut.budgetSpent).toBe(true);
    expect(cut.paths).toHaveLength(4);
    const whole = await pathsIn(world, 10);
    expect(whole.budgetSpent).toBe(false);
    expect(whole.paths).toHaveLength(10);
  });

  it('does not look again at what left a wallet that the actor held all along', async () => {
    const world = {
      movements: [
        movement('start', 'away', 1),
        movement('away', 'start', 2),
        movement('start', 'deposit', 3),
      ],
      starts: [owns('x', 'start')],
      custodial: new Set(['deposit']),
    };
    expect(await pathsIn(world, 3)).toMatchObject({ budgetSpent: false, paths: [[expect.any(String)]] });
    const heldAtFirst = { ...world, starts: [owns('x', 'start', { until: 1 })] };
    expect((await pathsIn(heldAtFirst, 4)).paths).toEqual([world.movements.map(({ _id }) => _id)]);
  });

  it('reads the store as often for 900 accounts as for one', async () => {
    const reads = async (accounts: number) => {
      const deposits = Array.from({ length: accounts }, (_, i) => `deposit${i}`);
      const graph = movementGraph({
        movements: deposits.flatMap((deposit) => [
          movement('start', `to ${deposit}`, 1),
          movement(`to ${deposit}`, deposit, 2),
        ]),
        custodial: new Set(deposits),
      });
      const { arrivals } = await searchDeposits([owns('x', 'start')], graph, unbounded);
      expect(arrivals).toHaveLength(accounts);
      return graph.reads;
    };
    expect(await reads(900)).toBe(await reads(1));
  });
});
