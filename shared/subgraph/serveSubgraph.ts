import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { leaveBodiesUnread, requestTimeouts } from '../http/lateBodies';
import { readRequestId } from '../http/requestId';
import { receiveBody } from '../http/receiveBody';
import { disconnectSignal } from '../http/disconnectSignal';
import { callerHeader } from '../identity/callerHeader';
import { linkCallHeader } from '../identity/linkCall';
import type { LinkSecrets } from '../identity/linkKeys';
import { replicaHeader } from '../identity/replicaAnswer';
import type { Logger } from '../logger/logger';
import { LinkGate } from './linkGate';
import { readinessExtension, readinessQuery } from './readinessQuery';
import type { Subgraph, SubgraphHealth } from './runSubgraph';

/** An entity call behind a query of 10,000 wallets is far over fastify's default of 1 MiB. */
const maxBodyBytes = 16 * 1024 * 1024;

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** The secrets are those that the gateway signs with: a call that is not signed with one of them is rejected. */
export interface ServeOptions extends LinkSecrets {
  readonly host: string;
  readonly port: number;
  /** The gateway's deadline for a call: no call may be valid for longer. */
  readonly linkTimeoutMs: number;
  readonly logger: Logger;
}

/** Serves a subgraph over HTTP, only to the gateway. `/health/*` says nothing but whether it is well. */
export async function serveSubgraph(subgraph: Subgraph, options: ServeOptions): Promise<Serving> {
  const { linkTimeoutMs, logger } = options;
  const gate = new LinkGate({ subgraph: subgraph.name, ...options });
  const app = Fastify({ forceCloseConnections: 'idle', ...requestTimeouts });
  leaveBodiesUnread(app);

  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const health = await healthOf(subgraph, logger);
    return health ? { ready: true, ...health } : reply.code(503).send({ ready: false });
  });

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const requestId = readRequestId(request.headers);
    const { [linkCallHeader]: signed, [callerHeader]: from } = request.headers;
    const checked = gate.check({ signed, caller: from });
    if (checked.outcome === 'misdirected') {
      reply.header(replicaHeader, checked.replica);
      return reject(reply, 421, 'LINK_MISDIRECTED', 'The call is for another replica of this subgraph.');
    }
    if (checked.outcome === 'rejected') {
      logger.warn({ why: checked.why, requestId }, 'a call was rejected');
      return reject(reply, 401, 'LINK_UNSIGNED', 'Only the gateway may call a subgraph.');
    }
    const body = await receiveBody(request.raw, { maxBytes: maxBodyBytes, timeoutMs: linkTimeoutMs });
    const caller = gate.take(checked.call, body);
    if (!caller) {
      logger.warn(
        { requestId },
        'a call was rejected: it was taken before, ran out, or is signed for another body',
      );
      return reject(reply, 401, 'LINK_UNSIGNED', 'Only the gateway may call a subgraph.');
    }
    const parsed = requestSchema.safeParse(readJson(body));
    if (!parsed.success) return reject(reply, 400, 'BAD_USER_INPUT', 'The body is not a GraphQL request.');
    const { query, variables, operationName } = parsed.data;
    if (query === readinessQuery) return readiness(subgraph, reply, logger);
    return subgraph.execute(
      { query, ...(variables ? { variables } : {}), ...(operationName ? { operationName } : {}) },
      caller,
      { signal: disconnectSignal(reply), headers: request.headers },
    );
  };
  app.post('/graphql', answer);
  // Supergraphs that were composed before gateways took URLs as they stand name no path.
  app.post('/', answer);

  const url = await app.listen({ host: options.host, port: options.port });
  return { url, close: () => app.close() };
}

async function healthOf(subgraph: Subgraph, logger: Logger): Promise<SubgraphHealth | undefined> {
  try {
    return await subgraph.health();
  } catch (error) {
    logger.warn({ err: error }, 'not ready');
    return undefined;
  }
}

/** Answers the gateway's `{ __typename }` as any subgraph does, with the loaded cases in an extension. */
async function readiness(subgraph: Subgraph, reply: FastifyReply, logger: Logger) {
  const health = await healthOf(subgraph, logger);
  if (!health) return reject(reply, 503, 'SUBGRAPH_UNAVAILABLE', 'The subgraph is not ready.');
  return { data: { __typename: 'Query' }, extensions: { [readinessExtension]: { cases: health.cases } } };
}

function reject(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
