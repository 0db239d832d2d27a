import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consolePaths } from '../../../gateway/console/consolePaths';
import { projectRoot } from '../../../shared/config/projectRoot';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp();
});
afterAll(() => up.close());

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the console', () => {
  it.each(['/', '/actors/ofac:43337', '/wallets/eip155:1:0xabc', '/accounts', '/proposals/x', '/ledger'])(
    'has its page at %s, for who asks for anything too',
    async (path) => {
      for (const headers of [html, {}]) {
        const response = await fetch(`${up.url}${path}`, { headers });
        expect([response.status, response.headers.get('content-type')]).toEqual([
          200,
          'text/html; charset=utf-8',
        ]);
        expect(response.headers.get('cache-control')).toBe('no-cache');
      }
    },
  );

  it('runs no inline script and asks no other host', async () => {
    const response = await fetch(`${up.url}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|https?:/);
  });

  it('has files under hashed names, compressed and kept for a year', async () => {
    const page = await (await fetch(`${up.url}/`)).text();
    const script = /src="(\/assets\/[^"]+-[\w-]{8}\.js)"/.exec(page)?.[1] ?? '';
    const response = await fetch(`${up.url}${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toContain('immutable');
    const plain = await fetch(`${up.url}${script}`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(await response.text());
    expect((await fetch(`${up.url}/assets/..%2findex.html`)).status).toBe(404);
  });

  it('answers an unknown path with 404: the page for a browser, JSON for others', async () => {
    const browser = await fetch(`${up.url}/nowhere`, { headers: html });
    expect([browser.status, browser.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    for (const accept of ['*/*', 'application/json']) {
      const client = await fetch(`${up.url}/nowhere`, { headers: { accept } });
      expect(client.status).toBe(404);
      expect(client.headers.get('content-type')).toMatch(/json/);
    }
    expect(
      (await fetch(`${up.url}/nowhere`, { method: 'POST', headers: html })).headers.get('content-type'),
    ).toMatch(/json/);
  });

  it('says how to sign in: not at all in development, with the provider where one is configured', async () => {
    expect(await (await fetch(`${up.url}/console.json`)).json()).toEqual({ oidc: null, purposeRoles: [] });
    const oidc = { oidcIssuer: 'https://id.example/realm', oidcClient: 'cordon-console' };
    const configured = await gatewayUp(oidc);
    const settings = await fetch(`${configured.url}/console.json`);
    expect(await settings.json()).toEqual({
      oidc: { issuer: oidc.oidcIssuer, client: oidc.oidcClient },
      purposeRoles: [],
    });
    const policy = (await fetch(`${configured.url}/`)).headers.get('content-security-policy');
    await configured.close();
    expect(policy).toContain("connect-src 'self' https://id.example;");
  });

  it('has every path of its own routes', () => {
    const router = readFileSync(join(projectRoot(), 'console', 'src', 'app', 'router.tsx'), 'utf8');
    const own = [...router.matchAll(/path: '([^']+)'/g)]
      .map(([, path = '']) => path.replace(/\$\w+$/, '*'))
      .filter((path) => path !== '/$' && path !== '/processes/new');
    expect(own.sort()).toEqual([...consolePaths].sort());
  });
});
