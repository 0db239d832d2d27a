import { type GatewayUp, gatewayUp } from '../../../support/gatewayUp';

const desk = 'https://desk.example';
let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp({ corsOrigins: [desk, 'http://localhost:5173'] });
});
afterAll(() => up.close());

const preflight = (url: string, origin: string) =>
  fetch(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

describe('pages of other origins', () => {
  it('may ask where their origin is allowed, and read what an answer says of limits', async () => {
    const asked = await preflight(up.url, desk);
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe(desk);
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization/);
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await up.ask('{ actor(id: "a") { name } }', { headers: { origin: desk } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(desk);
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/ratelimit/);
    expect(answer.headers.get('vary')).toMatch(/origin/i);
  });

  it('read an error, too', async () => {
    const answer = await up.ask('{ whoAmI }', { token: 'forged', headers: { origin: desk } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([401, desk]);
  });

  it.each(['https://evil.example', 'https://desk.example.evil.example', 'http://desk.example', 'null'])(
    'get nothing where it is %s',
    async (origin) => {
      const asked = await preflight(up.url, origin);
      expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null]);
      const answer = await up.ask('{ whoAmI }', { headers: { origin } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

it.each([
  '/graphql',
  '/health/live',
  '/health/ready',
  '/nowhere',
  '/explorer/',
  '/console.json',
  '/assets/none.js',
])('the answer at %s has security headers', async (path) => {
  const { headers } = await fetch(`${up.url}${path}`);
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors '/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
});

it('asks for TLS where clients reach it over TLS', async () => {
  const behind = await gatewayUp({ publicUrl: 'https://cordon.example' });
  const { headers } = await fetch(`${behind.url}/health/live`);
  await behind.close();
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
});

describe('the explorer', () => {
  it('sends its files with their types, and nothing outside its folder', async () => {
    const page = await (await fetch(`${up.url}/explorer/`)).text();
    const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? '';
    const file = await fetch(new URL(script, `${up.url}/explorer/`));
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toMatch(/^(?:text|application)\/javascript/);
    expect(file.headers.get('cache-control')).toBe('public, max-age=3600');
    for (const path of ['..%2f..%2fpackage.json', '%2e%2e/package.json', '.hidden', ''])
      expect((await fetch(`${up.url}/explorer/no/${path}`)).status).toBe(404);
  });

  it('does not exist where it is off', async () => {
    const without = await gatewayUp({ explorer: 'off' });
    const { status } = await fetch(`${without.url}/explorer/`, { headers: { accept: '*/*' } });
    await without.close();
    expect(status).toBe(404);
  });
});
