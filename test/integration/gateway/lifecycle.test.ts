import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Readiness } from '../../../gateway/health/readiness';
import { mustCompose } from '../../../gateway/supergraph/compose';
import { eventually } from '../../support/eventually';
import { sdls } from '../../support/gatewaySubgraphs';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const isRefused = (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  );

const running: GatewayUp[] = [];
const start = async (...options: Parameters<typeof gatewayUp>) => {
  const up = await gatewayUp(...options);
  running.push(up);
  return up;
};
afterEach(async () => {
  for (const up of running.splice(0)) await up.close();
});

describe('health', () => {
  it('is live without a token', async () => {
    const up = await start();
    up.down.add('sanctions').add('attribution').add('enforcement');
    expect((await fetch(`${up.url}/health/live`)).status).toBe(200);
  });

  it('is ready when every subgraph answers, and else says which does not', async () => {
    const up = await start({ wantedCase: 'test-case' });
    const ready = async () => {
      const response = await fetch(`${up.url}/health/ready`);
      return { status: response.status, body: await response.text() };
    };
    expect((await ready()).status).toBe(200);
    up.down.add('attribution');
    const { status, body } = await ready();
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ ready: false, missing: ['attribution'], withoutCase: [] });
  });

  it('is not ready while the configured case is not loaded everywhere', async () => {
    const up = await start({ wantedCase: 'another-case' });
    const response = await fetch(`${up.url}/health/ready`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      ready: false,
      missing: [],
      withoutCase: ['sanctions', 'attribution', 'enforcement'],
    });
  });
});

describe('the explorer', () => {
  it('is a page that needs no token and loads nothing from elsewhere', async () => {
    const up = await start();
    const page = await fetch(`${up.url}/explorer`, { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toMatch(/<html/i);
    expect(html).not.toMatch(/(https?:)?\/\/[\w.-]+\.\w/i);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'.*script-src 'self';.*connect-src 'self'/);
    const inline = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)].filter(([, , code]) => code?.trim());
    expect(inline).toEqual([]);
  });

  it('everything that the page names is there', async () => {
    const up = await start();
    const html = await (await fetch(`${up.url}/explorer`)).text();
    const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => String(path));
    expect(named).toContain('/explorer/');
    const files = named.filter((path) => path !== '/explorer/');
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const response = await fetch(new URL(file, `${up.url}/explorer/`));
      await response.arrayBuffer();
      expect({ file, status: response.status }).toEqual({ file, status: 200 });
    }
    const options = await (await fetch(`${up.url}/explorer/initial_options.js`)).text();
    expect(options).toContain('endpointURL: `/graphql`');
    expect(options).toContain('Authorization');
    expect(options).toContain('banners.disable');
  });

  it.each(['../package.json', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', 'nothing.js'])(
    'leads nowhere else: %s',
    async (path) => {
      const up = await start();
      expect((await fetch(`${up.url}/explorer/${path}`)).status).toBe(404);
    },
  );
});

describe('starting', () => {
  it('on a port that is taken rejects with EADDRINUSE, and leaves nothing open', async () => {
    const up = await start();
    const port = Number(new URL(up.url).port);
    await expect(gatewayUp({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it.each([
    ['missing', undefined],
    ['not GraphQL', 'type {'],
    ['not a supergraph', 'type Query { a: Int }'],
    [
      'of a subgraph to which there is no link',
      mustCompose({ ...sdls, other: 'type Query { other: Int }' }).supergraphSdl,
    ],
  ])('with a supergraph that is %s rejects with SUPERGRAPH_INVALID', async (_what, content) => {
    const up = await start();
    const supergraph = join(up.folder, 'other.graphql');
    if (content !== undefined) writeFileSync(supergraph, content);
    await expect(gatewayUp({ supergraph })).rejects.toMatchObject({ code: 'SUPERGRAPH_INVALID' });
  });
});

describe('a start that fails', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  it.each<[string, string, (up: GatewayUp) => Parameters<typeof gatewayUp>[0]]>([
    ['an issuer file', 'cannot be read', () => ({ issuers: '/nowhere/issuers.yaml', jwks: undefined })],
    ['a supergraph', 'cannot be read', () => ({ supergraph: '/nowhere/supergraph.graphql' })],
    ['a partner file', 'no such file', () => ({ partners: '/nowhere/partners.yaml' })],
    ['a metrics port', 'EADDRINUSE', ({ url }) => ({ metricsPort: Number(new URL(url).port) })],
    ['a port', 'EADDRINUSE', ({ url }) => ({ port: Number(new URL(url).port) })],
  ])('by %s leaves no connection open', async (_what, message, config) => {
    const up = await start();
    await expect(gatewayUp(config(up), undefined, store)).rejects.toThrow(message);
    const database = `${store.databasePrefix}_gateway`;
    const open = mongoose.connections.filter(
      ({ name, readyState }) => name === database && readyState !== mongoose.ConnectionStates.disconnected,
    );
    expect(open).toEqual([]);
  });

  it.each([
    ['CORDON_OIDC_CLIENT', { oidcIssuer: 'https://id.example' }],
    ['CORDON_OIDC_ISSUER', { oidcClient: 'console' }],
  ])('names %s where only it is missing', async (name, config) => {
    await expect(gatewayUp(config)).rejects.toThrow(`${name}: is needed`);
  });
});

describe('a new supergraph', () => {
  const newer = {
    ...sdls,
    sanctions: sdls.sanctions.replace('whoAmI: String!', 'whoAmI: String!\n later: String'),
  };

  const supergraphOf = (up: GatewayUp) => join(up.folder, 'supergraph.graphql');
  const put = (up: GatewayUp, content: string) => up.replaceFollowed('supergraph', supergraphOf(up), content);
  const readiness = async (up: GatewayUp) =>
    (await (await fetch(`${up.url}/health/ready`)).json()) as Pick<Readiness, 'ready' | 'supergraph'>;

  it('that is rejected is seen with its reason, until one is in force again', async () => {
    const up = await start();
    const before = readFileSync(supergraphOf(up), 'utf8');
    const { supergraph: first } = await readiness(up);
    expect(first).toEqual({ id: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    await put(up, 'type Broken {');
    const { ready, supergraph } = await readiness(up);
    expect([ready, supergraph.id]).toEqual([true, first.id]);
    expect(supergraph.refused?.reason).toMatch(/supergraph cannot be loaded: .*Syntax Error/);
    expect(Date.parse(String(supergraph.refused?.at))).toBeGreaterThan(0);
    expect(await up.metrics.registry.metrics()).toMatch(/^cordon_reload_refused\{[^}]*supergraph[^}]*\} 1$/m);
    await put(up, before);
    expect((await readiness(up)).supergraph).toEqual(first);
    expect(await up.metrics.registry.metrics()).toMatch(/^cordon_reload_refused\{[^}]*supergraph[^}]*\} 0$/m);
    await put(up, 'type Broken {');
    expect((await readiness(up)).supergraph.refused).toBeDefined();
    await put(up, mustCompose(newer).supergraphSdl);
    const { supergraph: next } = await readiness(up);
    expect(next).toEqual({ id: expect.not.stringMatching(first.id) as string });
  });

  it('is in force soon after its file changes; a broken one is not', async () => {
    const up = await start();
    const knowsLater = async () =>
      (await up.ask('{ __type(name: "Query") { fields { name } } }')).text.includes('"later"');
    expect(await knowsLater()).toBe(false);
    await put(up, 'type Broken {');
    expect((await up.ask('{ actor(id: "a") { name secret } }')).errors).toBeUndefined();
    const { supergraphSdl } = mustCompose(newer);
    await put(up, supergraphSdl);
    expect(await knowsLater()).toBe(true);
    const hidden = await up.ask('{ actor(id: "a") { name secret } }', { scope: '' });
    expect(hidden.data).toEqual({ actor: { name: 'Alpha', secret: null } });
    await put(
      up,
      supergraphSdl.replace('@requiresScopes(scopes: [["secret:read"], ["audit:read", "legal:read"]])', ''),
    );
    expect((await up.ask('{ actor(id: "a") { secret } }', { scope: '' })).errors).toBeUndefined();
  });
});

describe('closing', () => {
  it('lets what is under way end, takes nothing new, and may be asked twice', async () => {
    const up = await start();
    let answer: (() => void) | undefined;
    up.answers.set(
      'sanctions',
      () =>
        new Promise((resolve) => {
          answer = () => resolve({ data: { whoAmI: 'late' } });
        }) as never,
    );
    const slow = up.ask('{ whoAmI }');
    await eventually(() => answer);
    const closed = Promise.all([up.gateway.close(), up.gateway.close()]);
    await eventually(() => isRefused(`${up.url}/health/live`));
    answer?.();
    expect((await slow).data).toEqual({ whoAmI: 'late' });
    await closed;
  });

  it('frees the port', async () => {
    const up = await start();
    const port = Number(new URL(up.url).port);
    await up.gateway.close();
    const next = createServer();
    await new Promise<void>((resolve, reject) =>
      next.once('error', reject).listen(port, '127.0.0.1', resolve),
    );
    await new Promise((done) => next.close(done));
  });
});

it('a gateway without links does not start', async () => {
  await expect(gatewayUp({}, [])).rejects.toMatchObject({ code: 'SUPERGRAPH_INVALID' });
});
