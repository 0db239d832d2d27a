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

it.each([
  ['CORDON_REDIS_URL', '127.0.0.1:6379', 'the URL of a Redis is needed, such as redis://127.0.0.1:6379'],
  ['CORDON_REDIS_URL', 'http://127.0.0.1:6379', 'the URL of a Redis is needed'],
  ['CORDON_REDIS_URL', 'redis://', 'the URL of a Redis is needed'],
  ['CORDON_CORS_ORIGINS', '*', 'origins with commas between them are needed'],
  ['CORDON_CORS_ORIGINS', 'https://desk.example/', 'origins with commas between them are needed'],
  ['CORDON_TRUSTED_PROXIES', '10.0.0.0/33', 'addresses or networks (CIDR)'],
  ['CORDON_TRUSTED_PROXIES', 'true', 'addresses or networks (CIDR)'],
  ['CORDON_INTROSPECTION', 'analyst,everybody', 'all, none, or roles with commas between them are needed'],
  ['CORDON_HTTP2', 'yes', 'one of on, off is needed'],
])('%s may not be %j', (variable, given, message) => {
  expect(() => readGatewayConfig({ ...needed, [variable]: given })).toThrow(`${variable}: ${message}`);
});

it('reads lists with commas between them', () => {
  const config = readGatewayConfig({
    ...needed,
    CORDON_CORS_ORIGINS: 'https://desk.example, http://localhost:5173',
    CORDON_TRUSTED_PROXIES: '10.0.0.0/8,::1',
    CORDON_INTROSPECTION: 'analyst,auditor',
  });
  expect(config.corsOrigins).toEqual(['https://desk.example', 'http://localhost:5173']);
  expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  expect(config.introspection).toEqual(['analyst', 'auditor']);
  expect(readGatewayConfig({ ...needed, CORDON_INTROSPECTION: 'none' }).introspection).toEqual([]);
});
