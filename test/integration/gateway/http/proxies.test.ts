import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GatewayUp, gatewayUp } from '../../../support/gatewayUp';

const from = (address: string) => ({ headers: { 'x-forwarded-for': address }, token: 'forged' });
const codesOf = async (up: GatewayUp, ...addresses: readonly string[]) => {
  const codes = [];
  for (const address of addresses) codes.push((await up.ask('{ whoAmI }', from(address))).codes[0]);
  return codes;
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-proxies-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('counts the addresses that a trusted proxy names', async () => {
  const up = await gatewayUp({ addressRatePerMinute: 1, trustedProxies: ['127.0.0.0/8', '10.0.0.7'] });
  const codes = await codesOf(up, '192.0.2.1', '192.0.2.2', '192.0.2.1');
  const lied = await codesOf(up, '192.0.2.9, 192.0.2.2, 10.0.0.7');
  await up.close();
  expect(codes).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'RATE_LIMITED']);
  // An address before one that is not a proxy's is the client's own claim.
  expect(lied).toEqual(['RATE_LIMITED']);
});

it('believes nobody else: all requests of an untrusted proxy are from its address', async () => {
  const up = await gatewayUp({ addressRatePerMinute: 1 });
  const codes = await codesOf(up, '192.0.2.1', '192.0.2.2');
  await up.close();
  expect(codes).toEqual(['UNAUTHENTICATED', 'RATE_LIMITED']);
});

it('holds a partner to its networks by the address that a trusted proxy names', async () => {
  const partners = join(folder, 'partners.yaml');
  writeFileSync(
    partners,
    'version: 1\npartners:\n  - { client: inside, venue: a, scopes: [], networks: ["198.51.100.0/24"] }\n',
  );
  const up = await gatewayUp({ partners, trustedProxies: ['127.0.0.1'] });
  const token = await up.issuer.sign({ client_id: 'inside', venue: 'a', roles: ['partner'] });
  const askFrom = (address: string) =>
    up.ask('{ __typename }', { token, headers: { 'x-forwarded-for': address } });
  const answers = [await askFrom('198.51.100.9'), await askFrom('203.0.113.9')];
  await up.close();
  expect(answers.map(({ status, codes }) => [status, codes[0]])).toEqual([
    [200, undefined],
    [403, 'NETWORK_NOT_ALLOWED'],
  ]);
});
