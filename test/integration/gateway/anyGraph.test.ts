import type { Readiness } from '../../../gateway/health/readiness';
import { CallsUnderWay } from '../../../gateway/link/callsUnderWay';
import { linkOptions, openHttpLinks } from '../../../gateway/link/openLinks';
import { createGatewayMetrics, type GatewayMetrics } from '../../../gateway/metrics/gatewayMetrics';
import { readSubgraphUrls } from '../../../gateway/supergraph/subgraphUrls';
import { eventually } from '../../support/eventually';
import { send } from '../../support/fakeSubgraphs';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { openShop, respondAs, type Shop } from '../../support/shopFleet';

let shop: Shop;
let up: GatewayUp;
let metrics: GatewayMetrics;

/** A gateway over the shop, with both replicas of its stock. */
async function open(shareCalls: 'on' | 'off' = 'on', propagateHeaders: string[] = []) {
  shop = await openShop();
  const replicas = shop.stock.map(({ url }) => url).join();
  const urls = readSubgraphUrls(shop.sdl, { CORDON_STOCK_LEVELS_URL: replicas });
  metrics = createGatewayMetrics();
  const options = {
    ...linkOptions({ linkTimeoutMs: 60_000, shareCalls }, metrics),
    // On a busy machine, a burst takes more than the gateway's 10 ms.
    ...(shareCalls === 'on' ? { callsUnderWay: new CallsUnderWay(60_000) } : {}),
  };
  const links = openHttpLinks(urls, () => 'x'.repeat(32), options);
  up = await gatewayUp({ supergraph: shop.supergraph, propagateHeaders }, [...links]);
}

afterEach(async () => {
  await up.close();
  shop.close();
});

const sum = async (metric: { get(): Promise<{ values: readonly { value: number }[] }> }) =>
  (await metric.get()).values.reduce((total, { value }) => total + value, 0);

const query = '{ products { name inStock } }';
const all = { products: [0, 1, 2].map((i) => ({ name: `Product ${i}`, inStock: 7 * i })) };
const stockCalls = () => shop.stock.flatMap(({ seen }) => seen).length;

describe('a graph that is not of Cordon', () => {
  it('is joined, and its scalars are its own', async () => {
    await open();
    const answer = await up.ask('{ products(since: "last week") { name shipping added } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['products']).toContainEqual({ name: 'Product 1', shipping: 40, added: 'day 1' });
  });

  it('is ready when each of its subgraphs answers { __typename }, by its own names', async () => {
    await open();
    const readiness = async () => (await (await fetch(`${up.url}/health/ready`)).json()) as Readiness;
    expect(await readiness()).toMatchObject({ ready: true, missing: [], withoutCase: [] });
    for (const stock of shop.stock) stock.close();
    expect(await readiness()).toMatchObject({ ready: false, missing: ['stock-levels'] });
  });

  it('is told where a request belongs in a trace, and the configured headers only', async () => {
    await open('on', ['x-team']);
    const headers = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    await up.ask(query, { headers: { ...headers, 'x-team': 'desk', 'x-other': '1', cookie: 'a=b' } });
    for (const { headers: seen } of [...shop.catalog.seen, ...shop.stock.flatMap((one) => one.seen)]) {
      expect(seen).toMatchObject({ ...headers, 'x-team': 'desk' });
      expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['x-other']));
      expect([seen.cookie, seen.authorization]).toEqual([undefined, undefined]);
    }
    expect(stockCalls()).toBe(1);
  });
});

describe('replicas', () => {
  it('one dies, and no request notices', async () => {
    await open();
    for (let i = 0; i < 30; i++) {
      if (i === 5) shop.stock[0].close();
      expect((await up.ask(query)).data).toEqual(all);
    }
    expect(await sum(metrics.retriedCalls)).toBeGreaterThan(0);
    expect(await sum(metrics.ejectedReplicas)).toBe(1);
  });

  it('all fail: errors on the paths, never "none"; they are brought back', async () => {
    await open();
    for (const stock of shop.stock) stock.respond = (response) => send(response, '<html>down', 503);
    for (let i = 0; i < 12; i++) {
      const { data, errors, text } = await up.ask(query);
      expect(data?.['products']).toContainEqual({ name: 'Product 1', inStock: null });
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toContain('SUBGRAPH_UNAVAILABLE');
      expect(errors?.[0]?.path?.slice(0, 1)).toEqual(['products']);
      expect(text).not.toMatch(/127\.0\.0\.1|html/);
    }
    expect(await sum(metrics.ejectedReplicas)).toBe(2);
    for (const stock of shop.stock) stock.respond = respondAs('stock-levels');
    await eventually(async () => (await up.ask(query)).errors === undefined);
  });
});

describe('requests under way at once', () => {
  /** Answers a tenth of a second later. */
  const slowly = () => {
    const respond = respondAs('catalog');
    shop.catalog.respond = (...call) => void setTimeout(() => respond(...call), 100);
  };

  it('that are equal and of one caller share their calls', async () => {
    await open();
    slowly();
    const token = await up.issuer.sign({ sub: 'one' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => up.ask(query, { token })));
    for (const { data } of answers) expect(data).toEqual(all);
    expect(shop.catalog.seen.length).toBeLessThan(20);
    const calls = shop.catalog.seen.length + stockCalls();
    expect(await sum(metrics.sharedCalls)).toBe(2 * 20 - calls);
  });

  it.each([
    ['of different subjects', 'on', [{ sub: 'a' }, { sub: 'b' }, { sub: 'c' }]],
    ['with different scopes', 'on', [{ scope: 'a' }, { scope: 'b' }, { scope: 'a b' }]],
    ['where sharing is switched off', 'off', [{ sub: 'a' }, { sub: 'a' }, { sub: 'a' }]],
  ] as const)('share nothing %s', async (_what, share, claims) => {
    await open(share);
    slowly();
    await Promise.all(claims.map(async (own) => up.ask(query, { token: await up.issuer.sign({ ...own }) })));
    expect([shop.catalog.seen.length, await sum(metrics.sharedCalls)]).toEqual([claims.length, 0]);
  });

  it('that are mutations are all made', async () => {
    await open();
    slowly();
    const token = await up.issuer.sign({ sub: 'one' });
    const mutation = 'mutation { rename(upc: "p1", name: "x") { upc } }';
    await Promise.all([1, 2, 3].map(() => up.ask(mutation, { token })));
    expect(shop.catalog.seen).toHaveLength(3);
  });
});
