import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { httpLink } from '../../../gateway/link/httpLink';
import { localLink } from '../../../gateway/link/localLink';
import type { SubgraphLink } from '../../../gateway/link/subgraphLink';
import { eventually } from '../../support/eventually';
import { type SubgraphName, startSubgraph } from '../../support/gatewaySubgraphs';
import { gatewayUp } from '../../support/gatewayUp';

const rename = 'mutation { rename(id: "a", name: "b") { id name } }';
const question = '{ actor(id: "a") { name } }';
/** Of a call that is answered, however slow the machine, and of one that is not. */
const [timeoutMs, shortMs] = [60_000, 500];

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

async function linkToFake(respond: Respond, within = timeoutMs): Promise<SubgraphLink> {
  const server = createServer(respond);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push({ close: () => void server.close() }, { close: () => server.closeAllConnections() });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return httpLink({ name: 'sanctions', urls: [url], secret: 'x'.repeat(32), timeoutMs: within });
}

describe('a mutation whose call was sent, and that was not answered', () => {
  const fakes: [string, number, Respond][] = [
    ['in time', shortMs, () => undefined],
    ['in whole', shortMs, (_request, response) => void response.writeHead(200).write('{"data":')],
    ['because the connection broke', timeoutMs, (request) => request.socket.resetAndDestroy()],
    ['but by an error of a server', timeoutMs, (_request, response) => response.writeHead(502).end()],
    ['with GraphQL', timeoutMs, (_request, response) => response.writeHead(200).end('[]')],
    ['with JSON', timeoutMs, (_request, response) => response.writeHead(200).end('<html>')],
    [
      'with data or errors of it',
      timeoutMs,
      (_request, response) => response.writeHead(200).end('{"data":null}'),
    ],
  ];

  it.each(fakes)(
    '%s: the outcome is unknown, and a question is merely unanswered',
    async (_how, within, respond) => {
      const up = await gatewayOver(await linkToFake(respond, within));
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
    },
  );

  it('in one process: it is carried out, and the answer does not say that it was not', async () => {
    const subgraph = await startSubgraph('sanctions');
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const carriedOut: string[] = [];
    const slow: typeof subgraph = {
      ...subgraph,
      execute: async (request, caller) => {
        await held;
        carriedOut.push(request.query);
        return subgraph.execute(request, caller);
      },
    };
    const up = await gatewayOver(localLink(slow, { timeoutMs: shortMs }));
    const [changed, asked] = await Promise.all([up.ask(rename), up.ask(question)]);
    expect(changed.codes).toEqual(['OUTCOME_UNKNOWN']);
    expect(asked.codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
    goOn();
    await eventually(() => carriedOut.some((query) => query.startsWith('mutation')));
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
    const link = httpLink({ name: 'sanctions', urls: [url], secret: 'x'.repeat(32), timeoutMs: shortMs });
    expect((await (await gatewayOver(link)).ask(rename)).codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });
});
