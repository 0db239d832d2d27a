import { buildSubgraphSchema } from '@apollo/subgraph';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphql, parse } from 'graphql';
import { shopGraph } from './shopGraph';

/** A subgraph that computes the answer to each body once. */
export interface MemoisedSubgraph {
  readonly name: string;
  readonly url: string;
  /** The calls that were answered. */
  readonly calls: number;
  /** The body of the last call. */
  readonly lastBody: string;
  close(): void;
}

export async function serveMemoised(name: keyof typeof shopGraph): Promise<MemoisedSubgraph> {
  const { sdl, resolvers } = shopGraph[name];
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  const answers = new Map<string, string>();
  let calls = 0;
  let lastBody = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = async () => {
      calls++;
      const body = Buffer.concat(chunks).toString();
      lastBody = body;
      let answer = answers.get(body);
      if (answer === undefined) {
        const { query, variables } = JSON.parse(body);
        answer = JSON.stringify(await graphql({ schema, source: query, variableValues: variables }));
        answers.set(body, answer);
      }
      response.setHeader('content-type', 'application/json').end(answer);
    };
    request.on('end', () => void end());
  });
  // A gateway that is measured last has idle connections until then.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    get calls() {
      return calls;
    },
    get lastBody() {
      return lastBody;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
