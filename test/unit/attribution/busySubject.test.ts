import { setImmediate as turn } from 'node:timers/promises';
import { findExposure } from '../../../subgraphs/attribution/exposure/findExposure';
import { exposurePolicy } from '../../../subgraphs/attribution/exposure/exposurePolicy';
import { buildGraph } from '../../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import { exposureOf } from '../../../subgraphs/attribution/tracing/engine/taint/exposureOf';

const asset = 'eip155:1/slip44:60';
const payer = (n: number) => `eip155:1:0x${n.toString(16).padStart(40, '0')}`;
const busy = payer(0);

const asked = {
  walletId: busy,
  direction: 'IN',
  maxHops: 2,
  method: 'HAIRCUT',
  asOf: null,
  knownAt: new Date(0),
} as const;

/** A wallet that so many others paid once each. */
const graph = buildGraph(
  Array.from({ length: 60_000 }, (_, i) => ({
    seq: i + 1,
    at: i,
    fromId: payer(i + 1),
    toId: busy,
    asset,
    amount: 1n,
  })),
);

describe('the exposure of a busy wallet', () => {
  it('lets others go on while it is found out whom it dealt with', async () => {
    let turns = 0;
    const found = new AbortController();
    const counting = (async () => {
      for (; !found.signal.aborted; turns++) await turn();
    })();
    let readBefore = 0;
    const { assets } = await findExposure(asked, {
      graph,
      statements: async () => {
        readBefore ||= turns;
        return [];
      },
      sweep: async (task) => exposureOf(graph, task),
    });
    found.abort();
    await counting;
    expect(assets).toMatchObject([{ total: 60_000n }]);
    // 60,000 rows and as many ends, 20,000 at once.
    expect(readBefore).toBeGreaterThanOrEqual(5);
  });

  it('is rejected where it has more transfers than may be examined', async () => {
    const many = { ...graph, in: { ...graph.in, starts: graph.in.starts.slice() } };
    many.in.starts[(graph.wallets.numberOf(busy) ?? -1) + 1]! += exposurePolicy.subjectRows;
    const nothing = { statements: async () => [], sweep: async () => ({ snapshot: 0, assets: [], cut: [] }) };
    const refused = findExposure(asked, { graph: many, ...nothing });
    await expect(refused).rejects.toMatchObject({ extensions: { code: 'TOO_MANY_TRANSFERS' } });
    await expect(
      findExposure({ ...asked, direction: 'OUT' }, { graph: many, ...nothing }),
    ).resolves.toBeDefined();
  });
});
