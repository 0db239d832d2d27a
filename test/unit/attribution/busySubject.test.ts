import { setImmediate as turn } from 'node:timers/promises';
import { exposurePolicy } from '../../../subgraphs/attribution/exposure/exposurePolicy';
import { findExposure } from '../../../subgraphs/attribution/exposure/findExposure';
import { findShare } from '../../../subgraphs/attribution/exposure/findShare';
import { buildGraph } from '../../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import { RegionSearch } from '../../../subgraphs/attribution/tracing/engine/taint/region';
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

  it('is of its newest transfers, and says so, where it has more than are looked at', async () => {
    const known = payer(60_000);
    const claim = { owner: 'x', categories: [], from: -Infinity, until: Infinity };
    const subject = graph.wallets.numberOf(busy)!;
    const task = {
      subject,
      direction: 'IN' as const,
      maxHops: 2,
      until: Infinity,
      budget: 200_000,
      maxSubjectRows: 1_000,
      method: 'HAIRCUT' as const,
      claims: new Map([[graph.wallets.numberOf(known)!, [claim]]]),
    };
    const search = new RegionSearch(graph, task);
    for (let hop = 0; hop < task.maxHops; hop++) {
      const steps = search.meet();
      while (!steps.next().done);
      search.classify(task.claims);
    }
    const answer = exposureOf(graph, { ...task, regions: search.regions() });
    expect(answer.cut[0]).toMatchObject({ wallet: subject, cause: 'BUDGET' });
    const [found] = answer.assets;
    expect(found).toMatchObject({ total: 60_000n, attributed: 1n });
    expect(found?.rest.find(({ cause }) => cause === 'BUDGET')).toEqual({ cause: 'BUDGET', amount: 59_000n });
    expect(found?.rest.reduce((sum, { amount }) => sum + amount, found.attributed)).toBe(60_000n);
  });
});

it('names the wallet itself only for the assets of which not all of its transfers are examined', () => {
  const [usdt, usdc] = ['eip155:1/erc20:0x1', 'eip155:1/erc20:0x2'];
  const paid = [usdc, asset, asset, asset, usdt];
  const received = buildGraph(
    paid.map((asset, i) => ({ seq: i + 1, at: i, fromId: payer(i + 1), toId: busy, asset, amount: 1n })),
  );
  const question = {
    subject: received.wallets.numberOf(busy)!,
    direction: 'IN' as const,
    maxHops: 1,
    until: Infinity,
    budget: 200_000,
    maxSubjectRows: 2,
  };
  const cutOf = (asked: typeof question & { readonly asset?: number }) => {
    const regions = new RegionSearch(received, asked).regions();
    const answer = exposureOf(received, { ...asked, method: 'HAIRCUT', regions, claims: new Map() });
    return answer.cut.map(({ asset, cause }) => `${asset} ${cause}`).sort();
  };
  // Of the first asset no transfer at all is examined.
  expect(cutOf(question)).toEqual([`${usdc} BUDGET`, `${asset} BUDGET`].sort());
  expect(cutOf({ ...question, asset: received.assets.indexOf(usdt) })).toEqual([]);
});

it('the share of a wallet that received more transfers than are examined is an error', async () => {
  const policy: { subjectRows: number } = exposurePolicy;
  const limit = jest.replaceProperty(policy, 'subjectRows', 59_999);
  const share = findShare({ walletId: busy, asset, until: new Date(60_000), maxHops: 2, owned: [] }, {
    graph,
  } as Parameters<typeof findShare>[1]);
  await expect(share).rejects.toMatchObject({ extensions: { code: 'TOO_MANY_TRANSFERS' } });
  limit.restore();
});
