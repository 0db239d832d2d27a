import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { httpLink } from '../../../gateway/link/httpLink';
import { localLink } from '../../../gateway/link/localLink';
import type { SubgraphLink } from '../../../gateway/link/subgraphLink';
import { type SubgraphName, startSubgraph } from '../../support/gatewaySubgraphs';
import { gatewayUp } from '../../support/gatewayUp';

const rename = 'mutation { rename(id: "a", name: "b") { id name } }';
const question = '{ actor(id: "a") { name } }';
const timeoutMs = 500;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

async function gatewayOver(sanctions: SubgraphLink) {
  const others = await Promise.all(
    (['attribution', 'enforcement'] as SubgraphName[]).map(async (name) =>
      localLink(await startSubgraph(name), { timeoutMs }),
    ),
  );
  const up = await gatewayUp({}, [sanctions, ...others]);
  open.push(up);
  return up;
}

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

async function linkToFake(respond: Respond): Promise<SubgraphLink> {
  const server = createServer(respond);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push({ close: () => void server.close() }, { close: () => server.closeAllConnections() });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return httpLink({ name: 'sanctions', urls: [url], secret: 'x'.repeat(32), timeoutMs });
}

describe('a mutation whose call was sent, and that was not answered', () => {
  const fakes: [string, Respond][] = [
    ['in time', () => undefined],
    ['in whole', (_request, response) => void response.writeHead(200).write('{"data":')],
    ['because the connection broke', (request) => request.socket.resetAndDestroy()],
    ['but by an error of a server', (_request, response) => response.writeHead(502).end()],
    ['with GraphQL', (_request, response) => response.writeHead(200).end('[]')],
    ['with JSON', (_request, response) => response.writeHead(200).end('<html>')],
    ['with data or errors of it', (_request, response) => response.writeHead(200).end('{"data":null}')],
  ];

  it.each(fakes)('%s: the outcome is unknown, and a question is merely unanswered', async (_how, respond) => {
    const up = await gatewayOver(await linkToFake(respond));
    const [answer, asked] = await Promise.all([up.ask(rename), up.ask(question)]);
    expect(answer.data).toEqual({ rename: null });
    expect(answer.errors).toMatchObject([
      {
        path: ['rename'],
        message: expect.stringContaining('Ask again with the same key'),
        extensions: { code: 'OUTCOME_UNKNOWN', subgraph: 'sanctions' },
      },
    ]);
    expect(asked.codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });

  it('in one process: it is carried out, and the answer does not say that it was not', async () => {
    const subgraph = await startSubgraph('sanctions');
    const slow: typeof subgraph = {
      ...subgraph,
      execute: async (request, caller) => {
        await new Promise((done) => setTimeout(done, 4 * timeoutMs));
        return subgraph.execute(request, caller);
      },
    };
    const up = await gatewayOver(localLink(slow, { timeoutMs }));
    const began = performance.now();
    const [changed, asked] = await Promise.all([up.ask(rename), up.ask(question)]);
    expect(changed.codes).toEqual(['OUTCOME_UNKNOWN']);
    expect(asked.codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(performance.now() - began).toBeLessThan(3.5 * timeoutMs);
  });
});

describe('a mutation that was surely not carried out says so', () => {
  it('nobody listens', async () => {
    const link = await linkToFake(() => undefined);
    await open.pop()?.close();
    await open.pop()?.close();
    expect((await (await gatewayOver(link)).ask(rename)).codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });

  it.each([400, 401, 408, 413])('the subgraph rejects the call with %d', async (status) => {
    const up = await gatewayOver(await linkToFake((_request, response) => response.writeHead(status).end()));
    expect((await up.ask(rename)).codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });

  it('the call waits for a connection until its deadline', async () => {
    // It accepts, and never says a word of TLS.
    const server = createTcpServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push({ close: () => void server.close() });
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const link = httpLink({ name: 'sanctions', urls: [url], secret: 'x'.repeat(32), timeoutMs });
    expect((await (await gatewayOver(link)).ask(rename)).codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });
});
