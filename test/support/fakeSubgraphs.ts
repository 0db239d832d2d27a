import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a fake subgraph saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: string;
  readonly variables: unknown;
}

/** An HTTP server in the place of a subgraph. Questions of readiness are answered, and not among `seen`. */
export interface FakeSubgraph {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** Returns the answer; may be replaced while it runs. */
  respond: (response: ServerResponse, request: SeenRequest) => void;
  close(): void;
}

/** Sends a result as JSON. */
export const send = (response: ServerResponse, result: unknown, status = 200): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(typeof result === 'string' ? result : JSON.stringify(result));

export async function fakeSubgraph(respond: FakeSubgraph['respond'], port = 0): Promise<FakeSubgraph> {
  const fake: { seen: SeenRequest[]; respond: FakeSubgraph['respond'] } = { seen: [], respond };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { query = '', variables } = JSON.parse(Buffer.concat(chunks).toString() || '{}') as {
        query?: string;
        variables?: unknown;
      };
      const seen = { path: request.url ?? '', headers: request.headers, query, variables };
      if (query !== '{ __typename }') fake.seen.push(seen);
      fake.respond(response, seen);
    });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(fake, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  });
}
