import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../../support/eventually';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { ownRedis, type OwnRedis, redisIt } from '../../support/ownRedis';
import { freePort, temporaryFolder } from '../../support/runCordon';

const folder = temporaryFolder();
const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});
afterAll(() => folder.remove());

async function open(redis: OwnRedis): Promise<GatewayUp> {
  const partners = join(folder.path, 'partners.yaml');
  writeFileSync(
    partners,
    'version: 1\npartners: [{ client: c, venue: v, scopes: [], limits: { costPerHour: 1000 } }]\n',
  );
  const up = await gatewayUp({ partners, redisUrl: redis.url });
  opened.push(up);
  return up;
}

/** Returns what is left of the client's hour after it asked for two objects. */
async function leftAfterAsking(up: GatewayUp): Promise<number> {
  const token = await up.issuer.sign({ sub: 'c', client_id: 'c', venue: 'v', roles: ['partner'] });
  const answer = await up.ask('{ actors { id } }', { token });
  expect(answer.status).toBe(200);
  return Number(/"cost";r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1]);
}

redisIt(
  'two gateways share budgets in a Redis, count for themselves while it is away, and share again when it is back',
  async () => {
    const redis = await ownRedis();
    opened.push(redis);
    await redis.start();
    const [one, two] = [await open(redis), await open(redis)];
    expect([await leftAfterAsking(one), await leftAfterAsking(two), await leftAfterAsking(one)]).toEqual([
      998, 996, 994,
    ]);

    await redis.kill();
    // Each begins its own count, and nobody is turned away.
    expect([await leftAfterAsking(one), await leftAfterAsking(two), await leftAfterAsking(two)]).toEqual([
      998, 998, 996,
    ]);

    await redis.start();
    // They try it again every half second. What was spent is forgotten, as this Redis keeps nothing.
    await eventually(async () => (await leftAfterAsking(one)) - (await leftAfterAsking(two)) === 2, 250);
    expect((await leftAfterAsking(one)) - (await leftAfterAsking(two))).toBe(2);
  },
);

it('a gateway that finds no Redis limits by its own count, and says so', async () => {
  const partners = join(folder.path, 'limited.yaml');
  writeFileSync(
    partners,
    'version: 1\npartners: [{ client: c, venue: v, scopes: [], limits: { requestsPerMinute: 2, costPerHour: 1000 } }]\n',
  );
  const up = await gatewayUp({ partners, redisUrl: `redis://127.0.0.1:${await freePort()}` });
  opened.push(up);
  expect([await leftAfterAsking(up), await leftAfterAsking(up)]).toEqual([998, 996]);
  const token = await up.issuer.sign({ sub: 'c', client_id: 'c', venue: 'v', roles: ['partner'] });
  const answer = await up.ask('{ actors { id } }', { token });
  expect([answer.status, answer.codes]).toEqual([429, ['RATE_LIMITED']]);
  expect(await up.metrics.registry.metrics()).toMatch(/^cordon_redis_unavailable 1$/m);
});
