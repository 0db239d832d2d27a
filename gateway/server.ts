import compress, { type FastifyCompressOptions } from '@fastify/compress';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { leaveBodiesUnread, requestTimeouts } from '../shared/http/lateBodies';
import type { Logger } from '../shared/logger/logger';
import type { DatabaseTarget } from '../shared/mongo/databaseTarget';
import type { BudgetConfig } from './budget/budgetSettings';
import { limitsOf } from './budget/clientLimits';
import { openCounters } from './budget/openCounters';
import { rateLimitHeaders } from './budget/rateLimitHeaders';
import type { GatewayConfig } from './config';
import { CostMeter } from './cost/costMeter';
import { executorOf } from './execution/openExecutor';
import type { Links } from './execution/planExecutor';
import { oidcOf } from './console/oidc';
import { serveConsole } from './console/serveConsole';
import { serveExplorer } from './explorer/explorer';
import { type Readiness, readiness } from './health/readiness';
import { localLink } from './link/localLink';
import type { SubgraphLink } from './link/subgraphLink';
import type { GatewayMetrics } from './metrics/gatewayMetrics';
import { serveMetrics } from './metrics/serveMetrics';
import { propagatedHeaders } from './request/propagatedHeaders';
import { requestError } from './request/requestError';
import { negotiateFormat } from './request/responseFormat';
import { rejectRestricted } from './readLog/rejectRestricted';
import { noReadLog, openReadLog } from './readLog/readLog';
import { readsSubgraph } from './readLog/readsSubgraph';
import { openPartners } from './partners/openPartners';
import { admitCaller } from './steps/admitCaller';
import { answer, answerError } from './steps/answer';
import { authenticate } from './steps/authenticate';
import { authorize } from './steps/authorize';
import { chargeCost } from './steps/chargeCost';
import { execute } from './steps/execute';
import { addressLimit } from './steps/limitAddress';
import { costLimit } from './steps/limitCost';
import { limitDepth } from './steps/limitDepth';
import { queryLimits } from './steps/limitQuery';
import { limitRate } from './steps/limitRate';
import { logRead } from './steps/logRead';
import { parseRequest } from './steps/parseRequest';
import { readPurpose } from './steps/readPurpose';
import { receiveParameters } from './steps/receiveParameters';
import { operationResolver } from './steps/resolveOperation';
import { rejectMutationByGet } from './steps/rejectMutationByGet';
import { connectGateway } from './store/gatewayStore.store';
import { openTokens, type TokenConfig } from './tokens/openTokens';
import { openSupergraph, readSupergraph } from './graph/openSupergraph';
import { prepareInUse } from './reload/prepareInUse';
import { prepareStored } from './reload/prepareStored';

export interface GatewayParts {
  readonly config: Pick<
    GatewayConfig,
    | 'host'
    | 'port'
    | 'supergraph'
    | 'partners'
    | 'wantedCase'
    | 'maxDepth'
    | 'executor'
    | 'savings'
    | 'requestTimeoutMs'
    | 'propagateHeaders'
    | 'metricsPort'
    | 'purposeRoles'
  > &
    TokenConfig &
    BudgetConfig &
    Partial<Pick<GatewayConfig, 'oidcIssuer' | 'oidcClient'>>;
  /** One for each subgraph of the supergraph. The gateway closes them when it is closed. */
  readonly links: readonly SubgraphLink[];
  /** Where the gateway's own database is; undefined for a gateway without one. */
  readonly database: DatabaseTarget | undefined;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

export interface Gateway {
  readonly url: string;
  /** Takes no further requests, lets those under way end, and closes the links. */
  close(): Promise<void>;
}

const bodyLimits = { maxBytes: 2 * 1024 * 1024, timeoutMs: 5_000 };

/** Answers over 1 KiB are compressed for a client that accepts it. Bodies of requests are decompressed where they are read. */
const compression: FastifyCompressOptions = {
  encodings: ['br', 'gzip'],
  threshold: 1_024,
  globalDecompression: false,
};

/**
 * How long an idle connection is kept, in milliseconds: longer than load balancers and clients keep theirs (600 s at the
 * longest), so that it is they who close it, and no request meets a connection that was just closed here.
 */
const keepAliveTimeout = 620_000;

/** How long requests under way may take when the gateway closes; a process manager gives ten seconds in all. */
const drainMs = 7_000;

/**
 * Starts the gateway. Rejects with SUPERGRAPH_INVALID, YamlFileError, or with what listening says (`error.code` is
 * EADDRINUSE where the port is taken); nothing is left open then but the links.
 */
export async function startGateway(parts: GatewayParts): Promise<Gateway> {
  const { config, database, metrics, logger } = parts;
  if (!database) rejectRestricted(readSupergraph(config.supergraph));
  const { tokens, readLog, reads, close: closeStored } = await openStored(config, database, parts);
  const subgraphs: Links = new Map(parts.links.map((link) => [link.name, link]));
  const links: Links = new Map([...subgraphs, ...(reads ? [[reads.name, reads] as const] : [])]);
  const limits = { ...queryLimits, maxDepth: config.maxDepth };
  const openExecutor = executorOf(config, { links, savingsCounts: metrics.savingsCounts, logger });
  const opening = openSupergraph(config.supergraph, openExecutor, prepareInUse(limits), logger);
  const supergraph = await opening.catch(thenThrow(closeStored));
  const prepare = prepareStored(limits, logger);
  const partners = await openPartners({ file: config.partners, supergraph, prepare, logger });
  const limitAddress = addressLimit(config.addressRatePerMinute);
  const counters = openCounters(config.redisUrl, logger);
  const resolveOperation = operationResolver(logger);
  const app = await createApp(config, logger);
  rejectOtherMethods(app);

  // The request path. Each step takes what the ones before it have made, or ends the request by throwing a RequestError.
  app.route({
    method: ['POST', 'GET'],
    url: '/graphql',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const deadline = Date.now() + config.requestTimeoutMs;
      const format = negotiateFormat(request.headers.accept);
      await limitAddress(request.ip);
      const token = await authenticate(request, tokens);
      const admission = admitCaller(token.identity, request.ip, partners.current());
      const { caller, partner } = admission;
      const client = limitsOf(admission, config);
      const requests = await limitRate(client, counters.requests);
      reply.headers(rateLimitHeaders([requests]));
      const parameters = await receiveParameters(request, bodyLimits);
      const resolved = resolveOperation(parameters, admission);
      const parsed = parseRequest(resolved, supergraph.current(partner?.contract), limits);
      limitDepth(parsed, client.depth);
      rejectMutationByGet(request.method, parsed);
      const purpose = readPurpose(request.headers, parsed, caller, config.purposeRoles);
      const { prepared, estimate } = authorize(parsed, caller, costLimit(parsed, client));
      const charge = await chargeCost(client, estimate, { costs: counters.costs, requests });
      const meter = new CostMeter(client.costPerOperation);
      const headers = propagatedHeaders(request.headers, config.propagateHeaders);
      const call = { caller, signal: untilGone(reply), deadline, headers, meter };
      const executed = await execute(parsed, prepared, call).finally(async () => {
        reply.headers(rateLimitHeaders(await charge.settle(meter.spent)));
      });
      const logged = await logRead(executed, parsed, { log: readLog, token, purpose });
      return answer(reply, logged, format, logger);
    },
  });

  serveHealth(app, () => readiness(subgraphs, supergraph, config.wantedCase, logger));
  await serveExplorer(app);
  const metricsServer = await serveMetrics(metrics.registry, config);
  const release = async () => {
    for (const part of [partners, metricsServer, counters]) part.close();
    await supergraph.close();
    await closeStored();
  };
  const url = await listen(app, config, release);
  return { url, close: once(() => drain(app, links, release)) };
}

/** An auditor's first question after a while adds the rows of all reads since. */
const readsTimeoutMs = 10_000;

/** What the gateway keeps in its own database: revocations, DPoP proofs, and the log of reads. */
async function openStored(
  config: TokenConfig,
  database: DatabaseTarget | undefined,
  { metrics, logger }: Pick<GatewayParts, 'metrics' | 'logger'>,
) {
  const store = database && (await connectGateway(database));
  const tokens = await openTokens(config, store, { metrics, logger });
  return {
    tokens,
    readLog: store ? openReadLog(store.reads, logger) : noReadLog,
    reads: store && localLink(await readsSubgraph(store.readRows, logger), { timeoutMs: readsTimeoutMs }),
    async close() {
      tokens.close();
      await store?.close();
    },
  };
}

/** Returns the URL; where the port is taken nothing is left open. */
async function listen(
  app: FastifyInstance,
  { host, port }: Pick<GatewayConfig, 'host' | 'port'>,
  release: () => Promise<void>,
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    await release();
    throw error;
  }
}

function serveHealth(app: FastifyInstance, ready: () => Promise<Readiness>): void {
  app.get('/health/live', () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const found = await ready();
    return reply.code(found.ready ? 200 : 503).send(found);
  });
}

function rejectOtherMethods(app: FastifyInstance): void {
  app.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: () => {
      throw requestError('METHOD_NOT_ALLOWED', 'GraphQL is answered to POST, and a query to GET.', {
        allow: 'GET, POST',
      });
    },
  });
}

async function createApp(config: GatewayParts['config'], logger: Logger): Promise<FastifyInstance> {
  const app = Fastify({
    ...requestTimeouts,
    keepAliveTimeout,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });
  leaveBodiesUnread(app);
  await app.register(compress, compression);
  const sendUnknownPage = serveConsole(app, { oidc: oidcOf(config) });
  app.setNotFoundHandler((request, reply) => {
    if (sendUnknownPage(request, reply)) return reply;
    return answerError(reply, requestError('NOT_FOUND', 'There is nothing here.'), logger);
  });
  app.setErrorHandler((error, _request, reply) => answerError(reply, error, logger));
  return app;
}

/** Aborted when the client goes before it has its answer. */
function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

async function drain(app: FastifyInstance, links: Links, release: () => Promise<void>): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), drainMs);
  await app.close();
  clearTimeout(late);
  await release();
  await Promise.all([...links.values()].map((link) => link.close()));
}

/** Closes what was opened before what failed. */
const thenThrow = (close: () => Promise<void>) => async (error: unknown) => {
  await close();
  throw error;
};

/** A second signal while the first is being heeded asks for nothing new. */
function once<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= run());
}
