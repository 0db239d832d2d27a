import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../../support/eventually';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { testIssuer } from '../../support/gatewayTokens';

let up: GatewayUp;
beforeEach(async () => {
  up = await gatewayUp();
});
afterEach(() => up.close());

const allButTheDate = [
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

const status = async (token: string) => (await up.ask('{ whoAmI }', { token })).status;

/**
 * Returns the number of tokens accepted by their signature, and the number accepted because they were
 * verified before.
 */
const accepted = async () => {
  const { values } = await up.metrics.verifiedTokens.get();
  const by = (name: string) => values.find(({ labels }) => labels.by === name)?.value ?? 0;
  return [by('signature'), by('memory')];
};

it('a token is verified once, and answers for its own holder only', async () => {
  const [one, other] = await Promise.all([up.issuer.sign({ sub: 'one' }), up.issuer.sign({ sub: 'other' })]);
  for (let i = 0; i < 3; i++)
    for (const [token, name] of [
      [one, 'one'],
      [other, 'other'],
    ] as const)
      expect(String((await up.ask('{ whoAmI }', { token })).data?.['whoAmI'])).toContain(`"${name}"`);
  expect(await accepted()).toEqual([2, 4]);
});

it('a token with another signature is another token', async () => {
  const token = await up.issuer.sign({});
  expect(await status(token)).toBe(200);
  const [head, claims, signature] = token.split('.') as [string, string, string];
  const changed = `${head}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  expect(await status(changed)).toBe(401);
  expect(await accepted()).toEqual([1, 0]);
});

it('ends when it expires', async () => {
  const token = await up.issuer.sign({}, { expiresIn: 300 });
  expect(await status(token)).toBe(200);
  // Ten seconds ago is over, whatever two clocks may differ by.
  jest.useFakeTimers({ now: Date.now() + 310_000, doNotFake: [...allButTheDate] });
  const late = await status(token);
  jest.useRealTimers();
  expect(late).toBe(401);
});

it('ends when its key is withdrawn, and counts again when the key is back', async () => {
  const token = await up.issuer.sign({});
  expect([await status(token), await status(token)]).toEqual([200, 200]);
  const file = join(up.folder, 'jwks.json');
  const becomes = (wanted: number) => eventually(async () => (await status(token)) === wanted);
  writeFileSync(file, (await testIssuer('another')).jwks);
  await becomes(401);
  writeFileSync(file, 'not a key set');
  await becomes(503);
  writeFileSync(file, up.issuer.jwks);
  await becomes(200);
});
