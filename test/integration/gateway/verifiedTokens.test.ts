import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { testIssuer } from '../../support/gatewayTokens';

let up: GatewayUp;
beforeEach(async () => {
  up = await gatewayUp();
});
afterEach(() => up.close());

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

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
  // Six seconds ago is over, whatever two clocks may differ by.
  const token = await up.issuer.sign({}, { expiresIn: -3 });
  expect(await status(token)).toBe(200);
  await pause(3_500);
  expect(await status(token)).toBe(401);
});

it('ends when its key is withdrawn, and counts again when the key is back', async () => {
  const token = await up.issuer.sign({});
  expect([await status(token), await status(token)]).toEqual([200, 200]);
  const file = join(up.folder, 'jwks.json');
  const becomes = async (wanted: number) => {
    for (const end = Date.now() + 10_000; Date.now() < end; await pause(50))
      if ((await status(token)) === wanted) return true;
    return false;
  };
  writeFileSync(file, (await testIssuer('another')).jwks);
  expect(await becomes(401)).toBe(true);
  writeFileSync(file, 'not a key set');
  expect(await becomes(503)).toBe(true);
  writeFileSync(file, up.issuer.jwks);
  expect(await becomes(200)).toBe(true);
});
