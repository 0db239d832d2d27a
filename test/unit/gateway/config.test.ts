import { gatewaySettings, readGatewayConfig } from '../../../gateway/config';
import { ConfigError } from '../../../shared/config/settings';

const needed = { CORDON_JWKS: '/keys.json', CORDON_LINK_SECRET: 'x'.repeat(32) };

it('has a default for everything but the keys and the secret', () => {
  expect(readGatewayConfig(needed)).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    jwks: '/keys.json',
    issuer: 'cordon-development',
    audience: 'cordon',
    operatorRoles: ['analyst', 'approver', 'legal', 'reporting-officer', 'auditor', 'spokesperson'],
    wantedCase: undefined,
    linkTimeoutMs: 10_000,
    maxDepth: 12,
    maxCost: 250_000,
    supergraph: expect.stringMatching(/gateway.supergraph.supergraph\.graphql$/),
  });
});

it('names every wrong variable at once', () => {
  const read = () =>
    readGatewayConfig({ PORT: '70000', CORDON_LINK_SECRET: 'short', CORDON_MAX_DEPTH: 'deep' });
  expect(read).toThrow(ConfigError);
  for (const name of ['PORT', 'CORDON_JWKS', 'CORDON_LINK_SECRET', 'CORDON_MAX_DEPTH'])
    expect(read).toThrow(name);
});

it.each([',', 'analyst,', 'analyst,partner'])('rejects the operator roles %j', (given) => {
  expect(() => readGatewayConfig({ ...needed, CORDON_OPERATOR_ROLES: given })).toThrow(
    'CORDON_OPERATOR_ROLES',
  );
});

it('each setting has a variable of its own and says what it is for', () => {
  const settings = Object.values(gatewaySettings);
  expect(new Set(settings.map(({ env }) => env)).size).toBe(settings.length);
  expect(settings.every(({ description }) => description.endsWith('.'))).toBe(true);
});
