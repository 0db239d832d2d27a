import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { type RedisServer, startRedis } from '../../support/redisServer';

const partnerFile = `version: 1
partners:
  - { client: spender, venue: a, scopes: [], limits: { costPerOperation: 20, costPerHour: 24 } }
  - { client: asker, venue: b, scopes: [], limits: { requestsPerMinute: 2, depth: 2 } }
  - { client: other, venue: c, scopes: [] }
`;

let folder: string;
let opened: GatewayUp[];
let redis: RedisServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-budgets-'));
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((up) => up.close()));
  await redis?.close();
  redis = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function open(config: Parameters<typeof gatewayUp>[0] = {}): Promise<GatewayUp> {
  const partners = join(folder, 'partners.yaml');
  writeFileSync(partners, partnerFile);
  const up = await gatewayUp({ partners, ...config });
  opened.push(up);
  return up;
}

async function askAs(up: GatewayUp, client: string, venue: string, query: string): Promise<Answer> {
  const token = await up.issuer.sign({ sub: client, client_id: client, venue, roles: ['partner'] });
  return up.ask(query, { token });
}
const spend = (up: GatewayUp, query = '{ actors { linked { id } } }') => askAs(up, 'spender', 'a', query);

it("an operation over its client's own limit is rejected, and charges nothing", async () => {
  const up = await open();
  const dear = await spend(up, '{ actors { linked { linked { id } } } }');
  expect([dear.status, dear.codes]).toEqual([400, ['COST_ESTIMATED_TOO_EXPENSIVE']]);
  expect(dear.text).toMatch(/at most 20 is allowed/);
  expect((await spend(up, '{ whoAmI }')).headers.get('ratelimit')).toMatch(/"cost";r=24;/);
});

it('is charged its estimate, and given back what it did not use', async () => {
  const up = await open();
  // Five actors are estimated and two are there.
  const answers = [];
  for (let i = 0; i < 12; i++) answers.push(await spend(up, '{ actors { id } }'));
  const left = answers.map(({ headers }) =>
    Number(/"cost";r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]),
  );
  expect(left.slice(0, 10)).toEqual([22, 20, 18, 16, 14, 12, 10, 8, 6, 4]);
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(200), 429, 429]);
  const [last] = answers.slice(-1) as [Answer];
  expect(last.codes).toEqual(['COST_BUDGET_EXCEEDED']);
  expect(last.text).toMatch(/estimated to cost 5; 4 of 24 is left for this hour/);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(3_500);
  expect(last.headers.get('ratelimit-policy')).toBe('"requests";q=60000;w=60, "cost";q=24;w=3600');
});

it('limits of the partner file hold for the client, whoever asks for it, and for no other', async () => {
  const up = await open();
  const ask = () => askAs(up, 'asker', 'b', '{ whoAmI }');
  const answers = [await ask(), await ask(), await ask()];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(answers[1]?.headers.get('ratelimit')).toMatch(/^"requests";r=0;t=\d+$/);
  expect(answers[2]?.codes).toEqual(['RATE_LIMITED']);
  expect((await askAs(up, 'other', 'c', '{ whoAmI }')).status).toBe(200);
});

it("a document that another client may ask is measured by the client's own depth", async () => {
  const up = await open();
  const query = '{ actors { linked { id } } }';
  expect((await askAs(up, 'other', 'c', query)).status).toBe(200);
  expect((await askAs(up, 'asker', 'b', query)).codes).toEqual(['QUERY_TOO_DEEP']);
});

it('an address is limited before anybody is authenticated', async () => {
  const up = await open({ addressRatePerMinute: 2 });
  const ask = () => up.ask('{ whoAmI }', { token: 'no token' });
  const answers = [await ask(), await ask(), await ask()];
  expect(answers.map(({ codes }) => codes[0])).toEqual([
    'UNAUTHENTICATED',
    'UNAUTHENTICATED',
    'RATE_LIMITED',
  ]);
  expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('two gateways with one Redis count together, and each for itself while it is away', async () => {
  redis = await startRedis();
  const redisUrl = redis.url;
  const [one, two] = [await open({ redisUrl }), await open({ redisUrl })];
  await redis.waitForClients(2);
  const ask = (up: GatewayUp) => askAs(up, 'asker', 'b', '{ whoAmI }');
  expect([await ask(one), await ask(two), await ask(one)].map(({ status }) => status)).toEqual([
    200, 200, 429,
  ]);
  const left = async (up: GatewayUp) => (await spend(up, '{ actors { id } }')).headers.get('ratelimit');
  expect(await left(one)).toMatch(/"cost";r=22;/);
  expect(await left(two)).toMatch(/"cost";r=20;/);
  await redis.close();
  expect([await ask(one), await ask(two)].map(({ status }) => status)).toEqual([200, 200]);
});
