import { checkEnvironment } from '../../../../shared/config/environment';
import { knownVariables } from '../../../../shared/config/knownVariables';
import { ConfigError, readSettings, setting } from '../../../../shared/config/settings';
import { text } from '../../../../shared/config/kinds';

const shop = ['CORDON_STOCK_URL', 'CORDON_REVIEWS_URL'];

describe('variables that are no setting', () => {
  it.each([
    ['CORDON_LINK_SECRETS', 'near: CORDON_LINK_SECRET'],
    ['CORDON_JWSK', 'near: CORDON_JWKS'],
    ['CORDON_STOK_URL', 'near: CORDON_STOCK_URL'],
    ['CORDON_SANCTIONS_URL', 'there is no such setting'],
    ['CORDON_ZZZZZZZZZZZZ', 'there is no such setting (docs/reference/config.md)'],
    ['CORDON_', 'there is no such setting'],
  ])('%s is rejected', (name, message) => {
    const check = () => checkEnvironment({ [name]: '1' }, shop);
    expect(check).toThrow(ConfigError);
    expect(check).toThrow(`${name}: there is no such setting`);
    expect(check).toThrow(message);
  });

  it('are all named at once', () => {
    const check = () => checkEnvironment({ CORDON_A: '1', CORDON_JWKS: 'x', CORDON_B: '' }, shop);
    expect(check).toThrow(/^CORDON_A: .*\nCORDON_B: .*$/);
  });
});

describe('variables that are not checked', () => {
  it.each([
    ...shop.map((name) => [name, 'http://a'] as const),
    ['PORT', '1'] as const,
    ['MONGODB_URL', 'x'] as const,
    ['CORDON_GATEWAY_SERVICE_HOST', '10.0.0.1'] as const,
    ['CORDON_GATEWAY_SERVICE_PORT', '4000'] as const,
    ['CORDON_GATEWAY_SERVICE_PORT_HTTP', '4000'] as const,
    ['CORDON_GATEWAY_PORT', 'tcp://10.0.0.1:4000'] as const,
    ['CORDON_GATEWAY_PORT_4000_TCP_ADDR', '10.0.0.1'] as const,
    ...[...knownVariables.keys()].map((name) => [name, ''] as const),
  ])('%s', (name, value) => {
    expect(checkEnvironment({ [name]: value }, shop)).toEqual([]);
  });

  it('the URL of any subgraph, where no supergraph is loaded', () => {
    expect(checkEnvironment({ CORDON_ANY_URL: 'http://a' })).toEqual([]);
    expect(() => checkEnvironment({ CORDON_METRIC_PORT: '1' })).toThrow('near: CORDON_METRICS_PORT');
  });
});

it('an old name is read where the new one is not given', () => {
  const table = {
    keys: setting({ env: 'CORDON_KEYS', formerly: 'CORDON_JWKS', schema: text('none'), description: '' }),
  };
  expect(readSettings(table, {}).keys).toBe('none');
  expect(readSettings(table, { CORDON_JWKS: 'old' }).keys).toBe('old');
  expect(readSettings(table, { CORDON_JWKS: 'old', CORDON_KEYS: 'new' }).keys).toBe('new');
});
