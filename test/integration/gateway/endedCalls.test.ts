import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { CallEnd } from '../../../gateway/link/callEnd';
import { CallsUnderWay } from '../../../gateway/link/callsUnderWay';
import { httpLink } from '../../../gateway/link/httpLink';
import { callerOf } from '../../support/identities';

const caller = callerOf('analyst');
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

/** A subgraph that answers nothing before it is told to. */
async function holdingSubgraph() {
  const sockets = new Set<Socket>();
  const held = new Set<ServerResponse>();
  let answers = false;
  let onChange = (): void => undefined;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (answers) response.setHeader('content-type', 'application/json').end('{"data":{"a":1}}');
      else held.add(response.once('close', () => held.delete(response) && onChange()));
      onChange();
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket) && onChange()));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  open.push({ close: () => server.closeAllConnections() }, { close: () => void server.close() });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    answer: () => (answers = true),
    /** Resolves when it holds so many calls, and has so many connections at most. */
    async has(calls: number, connections = Infinity): Promise<void> {
      while (held.size !== calls || sockets.size > connections)
        await new Promise<void>((resolve) => (onChange = resolve));
    },
  };
}

// A test fails by itself where a promise is rejected that nobody handles.
describe.each([
  ['that requests share', new CallsUnderWay()],
  ['of one request each', undefined],
])('calls %s', (_what, callsUnderWay) => {
  it('end early, by a deadline or because a caller leaves, and leave no connection', async () => {
    const subgraph = await holdingSubgraph();
    const parts = { name: 'slow', urls: [subgraph.url], secret: undefined, timeoutMs: 60_000 };
    const link = httpLink({ ...parts, callsUnderWay });
    open.push(link);
    const ask = (i: number, call: object) =>
      link.execute({ query: 'query($i:Int){a(i:$i)}', variables: { i } }, { caller, ...call });
    const outcomes = async (calls: Promise<unknown>[]) =>
      new Set((await Promise.allSettled(calls)).map(({ status }) => status));

    const late = Array.from({ length: 50 }, (_, i) => ask(i % 40, { deadline: Date.now() + 50 + i }));
    expect(await outcomes(late)).toEqual(new Set(['rejected']));
    await subgraph.has(0);

    const ends = Array.from({ length: 20 }, () => new CallEnd());
    const left = outcomes(ends.map((signal, i) => ask(i, { signal })));
    await subgraph.has(20);
    for (const end of ends) end.abort();
    expect(await left).toEqual(new Set(['rejected']));
    await subgraph.has(0);

    subgraph.answer();
    expect(await ask(0, {})).toEqual({ data: { a: 1 } });
    await link.close();
    await subgraph.has(0, 0);
  });
});
