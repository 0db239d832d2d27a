import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request as ask } from 'undici';

/** Stands before a subgraph, and answers a call that it has seen answered with that answer. */
export interface RecordedSubgraph {
  readonly url: string;
  close(): void;
}

/** Starts one. The callers of the bench may see the same, so that the body of a call decides its answer. */
export async function recordSubgraph(target: string): Promise<RecordedSubgraph> {
  const answers = new Map<string, string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = async () => {
      const body = Buffer.concat(chunks).toString();
      const known = answers.get(body);
      if (known !== undefined) {
        response.setHeader('content-type', 'application/json').end(known);
        return;
      }
      const { connection: _, ...headers } = request.headers;
      const url = new URL(request.url ?? '/', target);
      const { statusCode, headers: answered, body: text } = await ask(url, { method: 'POST', headers, body });
      const answer = await text.text();
      // A first call that names no replica is answered with 421, and made again.
      if (statusCode === 200) answers.set(body, answer);
      const { 'transfer-encoding': __, connection: ___, ...kept } = answered;
      response.writeHead(statusCode, kept).end(answer);
    };
    request.on('end', () => void end());
  });
  // A gateway that is measured last has idle connections until then.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
