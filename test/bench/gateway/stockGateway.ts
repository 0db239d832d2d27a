/**
 * @apollo/gateway as it is, without tokens and signed calls: the supergraph of SUPERGRAPH on the port of PORT. Apollo Server
 * is called from Node's own HTTP server, which costs less than its standalone server.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';

async function main(): Promise<void> {
  const supergraphSdl = readFileSync(String(process.env['SUPERGRAPH']), 'utf8');
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
  await server.start();
  const answer = async (request: IncomingMessage, response: ServerResponse, body: string) => {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const {
      status,
      headers: answered,
      body: sent,
    } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: JSON.parse(body) },
      context: async () => ({}),
    });
    response.writeHead(status ?? 200, Object.fromEntries(answered));
    response.end(sent.kind === 'complete' ? sent.string : undefined);
  };
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(request, response, Buffer.concat(chunks).toString() || '{}'));
  }).listen(Number(process.env['PORT']), '127.0.0.1');
}

void main();
