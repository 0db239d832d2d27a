import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { DownstreamError } from '../../../gateway/link/downstreamError';
import { httpLink } from '../../../gateway/link/httpLink';
import { localLink } from '../../../gateway/link/localLink';
import type { SubgraphLink } from '../../../gateway/link/subgraphLink';
import { createLogger } from '../../../shared/logger/logger';
import { serveSubgraph } from '../../../shared/subgraph/serveSubgraph';
import { type SubgraphName, startSubgraph } from '../../support/gatewaySubgraphs';
import { callerOf } from '../../support/identities';
import { gatewayUp } from '../../support/gatewayUp';

const secret = 'a secret of thirty-two characters';
const logger = createLogger('test', 'silent');
const caller = { ...callerOf('partner', 'v'), client: 'venue-app', subject: 'pia' };
const names: SubgraphName[] = ['sanctions', 'attribution', 'enforcement'];

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

async function serve(name: SubgraphName, port = 0, linkSecret = secret) {
  const subgraph = await startSubgraph(name, ['test-case']);
  const serving = await serveSubgraph(subgraph, {
    host: '127.0.0.1',
    port,
    linkSecret,
    linkTimeoutMs: 60_000,
    logger,
  });
  open.push(serving);
  return serving;
}

function linkTo(
  url: string,
  options: { name?: string; secret?: string; timeoutMs?: number } = {},
): SubgraphLink {
  const link = httpLink({ name: 'sanctions', urls: [url], secret, timeoutMs: 60_000, ...options });
  open.push(link);
  return link;
}

async function fake(respond: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer(respond);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push({ close: () => server.closeAllConnections() }, { close: () => void server.close() });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const whoAmI = { query: '{ whoAmI }' };

describe('a call', () => {
  it('is signed, and carries who asks', async () => {
    const result = await linkTo((await serve('sanctions')).url).execute(whoAmI, { caller });
    expect(JSON.parse(String(result.data?.['whoAmI']))).toEqual(caller);
  });

  it('with another secret, or to another subgraph, is rejected there', async () => {
    const { url } = await serve('sanctions');
    const other = linkTo(url, { secret: 'another secret of thirty-two chars' });
    await expect(other.execute(whoAmI, { caller })).rejects.toThrow(DownstreamError);
    await expect(linkTo(url, { name: 'attribution' }).execute(whoAmI, { caller })).rejects.toThrow(
      'HTTP status 401',
    );
  });

  it('asks for health with the cases that are loaded', async () => {
    const link = linkTo((await serve('sanctions')).url);
    expect(await link.health()).toEqual({ cases: ['test-case'] });
  });

  it.each([
    ['another status', 500, '{"data":{"a":1}}'],
    ['not JSON', 200, '<html>http://inside</html>'],
    ['not a result', 200, '[]'],
    ['neither data nor errors', 200, '{}'],
    ['errors of another form', 200, '{"errors":["x"]}'],
  ])('that is answered with %s is no answer', async (_what, status, body) => {
    const url = await fake((_request, response) => response.writeHead(status).end(body));
    await expect(linkTo(url).execute(whoAmI, { caller })).rejects.toThrow(DownstreamError);
  });

  it('ends at its deadline, whether nothing comes or half', async () => {
    const silent = await fake(() => undefined);
    const half = await fake((_request, response) => void response.writeHead(200).write('{"da'));
    for (const url of [silent, half])
      await expect(linkTo(url, { timeoutMs: 200 }).execute(whoAmI, { caller })).rejects.toThrow(
        DownstreamError,
      );
  });

  it('that is answered with more than 64 MiB is not read to the end', async () => {
    const part = Buffer.alloc(1024 * 1024, ' ');
    let sent = 0;
    const url = await fake((_request, response) => {
      const send = () => {
        for (sent++; sent < 200 && response.write(part); sent++);
        if (sent < 200) response.once('drain', send);
        else response.end('{"data":{"whoAmI":"x"}}');
      };
      send();
    });
    await expect(linkTo(url, { timeoutMs: 20_000 }).execute(whoAmI, { caller })).rejects.toThrow(
      DownstreamError,
    );
    expect(sent).toBeLessThan(190);
  });

  it('ends when nobody waits for it any more', async () => {
    const ended = new AbortController();
    const url = await fake(() => ended.abort());
    await expect(linkTo(url).execute(whoAmI, { caller, signal: ended.signal })).rejects.toThrow(
      DownstreamError,
    );
  });
});

describe('a connection that breaks before an answer', () => {
  /** Breaks the first connections, then answers; counts the requests. */
  async function breaking(breaks: number) {
    const seen = { requests: 0 };
    const url = await fake((request, response) => {
      seen.requests++;
      if (seen.requests <= breaks) request.socket.resetAndDestroy();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"whoAmI":"x"}}');
    });
    return { seen, link: linkTo(url) };
  }

  it('a query is asked once more', async () => {
    const { seen, link } = await breaking(1);
    expect((await link.execute(whoAmI, { caller })).data).toEqual({ whoAmI: 'x' });
    expect(seen.requests).toBe(2);
  });

  it('and not a third time', async () => {
    const { seen, link } = await breaking(2);
    await expect(link.execute({ query: 'query Q { whoAmI }' }, { caller })).rejects.toThrow(DownstreamError);
    expect(seen.requests).toBe(2);
  });

  it('a mutation is never sent twice', async () => {
    const { seen, link } = await breaking(1);
    await expect(link.execute({ query: 'mutation { rename }' }, { caller })).rejects.toThrow(DownstreamError);
    expect(seen.requests).toBe(1);
  });

  it('a subgraph that does not listen is a typed error', async () => {
    const probe = createTcpServer();
    await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
    const { port } = probe.address() as AddressInfo;
    await new Promise((done) => probe.close(done));
    await expect(linkTo(`http://127.0.0.1:${port}`).execute(whoAmI, { caller })).rejects.toThrow(
      DownstreamError,
    );
  });
});

describe('the whole over HTTP', () => {
  const query = `{ actors { name secret wallets { id chain } frozenAccounts { id status holder { name } } findings { text } }
    accounts { id } count(from: "5") nobody: actor(id: "nobody") { id } broken: actor(id: "broken") { frozenAccounts { id } } }`;

  it('answers as it does through local links', async () => {
    const served = await Promise.all(names.map((name) => serve(name)));
    const remote = await gatewayUp(
      {},
      names.map((name, i) => linkTo(served[i]?.url ?? '', { name })),
    );
    const local = await gatewayUp(
      {},
      await Promise.all(
        names.map(async (name) => localLink(await startSubgraph(name), { timeoutMs: 60_000 })),
      ),
    );
    open.push(remote, local);
    const headers = { 'x-request-id': 'the-same' };
    const [there, here] = await Promise.all([remote, local].map((up) => up.ask(query, { headers })));
    expect(there?.data?.['actors']).toHaveLength(2);
    expect(there?.text).toBe(here?.text);
  });

  it('a subgraph that is killed takes its own fields along, and is found again', async () => {
    const served = await Promise.all(names.map((name) => serve(name)));
    const up = await gatewayUp(
      {},
      names.map((name, i) => linkTo(served[i]?.url ?? '', { name })),
    );
    open.push(up);
    const attribution = served[1];
    const question =
      '{ actor(id: "a") { name wallets { id } frozenAccounts { id } } account(id: "x") { status } }';
    const whole = await up.ask(question);
    expect(whole.errors).toBeUndefined();
    await attribution?.close();
    const part = await up.ask(question);
    expect(part.data).toEqual({
      actor: { name: 'Alpha', wallets: null, frozenAccounts: null },
      account: { status: 'FROZEN' },
    });
    expect(part.errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']])).toEqual([
      ['actor.wallets', 'SUBGRAPH_UNAVAILABLE'],
      ['actor.frozenAccounts', 'SUBGRAPH_UNAVAILABLE'],
    ]);
    expect((await fetch(`${up.url}/health/ready`)).status).toBe(503);
    await serve('attribution', Number(new URL(attribution?.url ?? '').port));
    expect((await up.ask(question)).text).toBe(whole.text);
    expect((await fetch(`${up.url}/health/ready`)).status).toBe(200);
  });
});
