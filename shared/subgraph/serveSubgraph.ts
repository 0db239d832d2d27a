import Fastify from 'fastify';
import { z } from 'zod';
import { linkCallHeader, verifyCall } from '../identity/linkCall';
import type { Logger } from '../logger/logger';
import type { Subgraph } from './runSubgraph';

/** An entity call behind a query of 10,000 wallets is far over fastify's default of 1 MiB. */
const bodyLimit = 16 * 1024 * 1024;

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** The secret that gateway and subgraphs share; a call that is not signed with it is refused. */
  readonly linkSecret: string;
  readonly logger: Logger;
}

/** Serves a subgraph over HTTP to the gateway alone. `/health/*` says nothing but whether it is well. */
export async function serveSubgraph(subgraph: Subgraph, options: ServeOptions): Promise<Serving> {
  const secret = new TextEncoder().encode(options.linkSecret);
  const app = Fastify({ bodyLimit, forceCloseConnections: 'idle' });
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      return { ready: true, ...(await subgraph.health()) };
    } catch (error) {
      options.logger.warn({ err: error }, 'not ready');
      return reply.code(503).send({ ready: false });
    }
  });

  app.post('/graphql', async (request, reply) => {
    const refuse = (status: number, code: string, message: string) =>
      reply.code(status).send({ errors: [{ message, extensions: { code } }] });
    const body = request.body as Buffer;
    const signed = request.headers[linkCallHeader];
    if (typeof signed !== 'string')
      return refuse(401, 'LINK_UNSIGNED', 'only the gateway may call a subgraph');
    const caller = await verifyCall(secret, { subgraph: subgraph.name, body }, signed).catch(() => undefined);
    if (!caller) return refuse(401, 'LINK_UNSIGNED', 'only the gateway may call a subgraph');
    const parsed = requestSchema.safeParse(readJson(body));
    if (!parsed.success) return refuse(400, 'BAD_USER_INPUT', 'the body is not a GraphQL request');
    const { query, variables, operationName } = parsed.data;
    return subgraph.execute(
      { query, ...(variables ? { variables } : {}), ...(operationName ? { operationName } : {}) },
      caller,
    );
  });

  const url = await app.listen({ host: options.host, port: options.port });
  return { url, close: () => app.close() };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
