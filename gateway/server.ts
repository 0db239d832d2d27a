import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from '../shared/logger/logger';
import type { Tracing } from '../shared/tracing/tracing';
import type { DatabaseTarget } from '../shared/mongo/databaseTarget';
import { limitsOf } from './budget/clientLimits';
import { openCounters } from './budget/openCounters';
import { rateLimitHeaders } from './budget/rateLimitHeaders';
import type { GatewayConfig } from './config';
import { CostMeter } from './cost/costMeter';
import { executorOf } from './execution/openExecutor';
import type { Links } from './execution/planExecutor';
import { oidcOf } from './console/oidc';
import { type SendUnknownPage, serveConsole } from './console/serveConsole';
import { readiness } from './health/readiness';
import { serveHealth } from './health/serveHealth';
import { clientEnd } from './http/clientEnd';
import { createApp } from './http/createApp';
import { openDrain } from './http/drain';
import { localLink } from './link/localLink';
import type { SubgraphLink } from './link/subgraphLink';
import type { GatewayMetrics } from './metrics/gatewayMetrics';
import { serveMetrics } from '../shared/metrics/serveMetrics';
import { propagatedHeaders } from './request/propagatedHeaders';
import { requestError } from './request/requestError';
import { negotiateFormat } from './request/responseFormat';
import { noReadLog, openReadLog } from './readLog/readLog';
import { withoutReadLog } from './readLog/withoutReadLog';
import { openPartners } from './partners/openPartners';
import { openPolicies } from './policies/openPolicies';
import { admitCaller } from './steps/admitCaller';
import { answer, answerError } from './steps/answer';
import { authenticate } from './steps/authenticate';
import { authorize, grantsOf } from './steps/authorize';
import { chargeCost } from './steps/chargeCost';
import { execute } from './steps/execute';
import { addressLimit, type LimitAddress } from './steps/limitAddress';
import { costLimit } from './steps/limitCost';
import { limitDepth } from './steps/limitDepth';
import { limitIntrospection, mayIntrospect } from './steps/limitIntrospection';
import { queryLimits } from './steps/limitQuery';
import { limitRate } from './steps/limitRate';
import { logRead } from './steps/logRead';
import { parseRequest } from './steps/parseRequest';
import { readPurpose } from './steps/readPurpose';
import { receiveParameters } from './steps/receiveParameters';
import { operationResolver } from './steps/resolveOperation';
import { rejectMutationByGet } from './steps/rejectMutationByGet';
import { openStore } from './store/openStore';
import { openTokens } from './tokens/openTokens';
import { serveUploads } from './uploads/serveUploads';
import { openSupergraph } from './graph/openSupergraph';
import { FilesInForce } from './reload/filesInForce';
import { prepareConsole } from './reload/prepareConsole';
import { prepareInUse } from './reload/prepareInUse';
import { prepareStored } from './reload/prepareStored';

/** The settings of the gateway, without those of the links, the database and the log: these it is given open. */
type ServerConfig = Omit<
  GatewayConfig,
  'linkSecret' | 'linkTimeoutMs' | 'shareCalls' | 'mongoUrl' | 'databasePrefix' | 'logLevel'
>;

export interface GatewayParts {
  readonly config: ServerConfig;
  /** One for each subgraph of the supergraph. The gateway closes them when it is closed. */
  readonly links: readonly SubgraphLink[];
  /** The gateway's own database; undefined for a gateway without one. */
  readonly database: DatabaseTarget | undefined;
  readonly metrics: GatewayMetrics;
  /** Undefined where nothing is traced. The gateway does not close it. */
  readonly tracing?: Tracing | undefined;
  readonly logger: Logger;
}

export interface Gateway {
  readonly url: string;
  /** Takes no further requests, lets those under way end, and closes the links. */
  close(): Promise<void>;
}

const bodyLimits = { maxBytes: 2 * 1024 * 1024, timeoutMs: 5_000 };

/**
 * Starts the gateway. Rejects with ConfigError, SUPERGRAPH_INVALID, YamlFileError, or the error of listening
 * (`error.code` is EADDRINUSE where the port is taken). Then only the links are left open.
 */
export async function startGateway(parts: GatewayParts): Promise<Gateway> {
  const { config, links, metrics, tracing, logger } = parts;
  const oidc = oidcOf(config);
  const opened = new Opened();
  try {
    const requestParts = await openRequestParts(parts, opened);
    opened.add(await serveMetrics(metrics.registry, config));
    const app = opened.add(await createApp(config, { logger, metrics, tracing }));
    const drain = openDrain(app, config);
    answerOthers(app, await serveConsole(app, { oidc, purposeRoles: config.purposeRoles }), logger);
    const limitAddress = addressLimit(config.addressRatePerMinute);
    serveGraph(app, config, { ...requestParts, limitAddress });
    serveUploads(app, {
      admit: uploadAdmission(config, { ...requestParts, limitAddress }),
      links: linksByName(links),
      maxBytes: config.maxUploadBytes,
      propagateHeaders: config.propagateHeaders,
      logger,
    });
    serveHealth(app, drain, () =>
      readiness(linksByName(links), requestParts.supergraph, config.wantedCase, logger),
    );
    if (config.explorer === 'on') await (await import('./explorer/explorer.js')).serveExplorer(app);
    const url = await app.listen({ host: config.host, port: config.port });
    if (config.consolePlans === 'on') opened.add(planConsole(requestParts, logger));
    const close = async () => {
      await drain.run(() => opened.close());
      await Promise.all(links.map((link) => link.close()));
    };
    return { url, close: once(close) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Plans the console's operations beside the requests that come, until it is closed. */
function planConsole({ supergraph, terms }: RequestParts, logger: Logger): { close(): void } {
  const ending = new AbortController();
  void prepareConsole(supergraph.current(), terms, { logger, signal: ending.signal }).catch(
    (error: unknown) => logger.warn({ err: error }, "the console's operations were not planned"),
  );
  return { close: () => ending.abort() };
}

/** The request path. Each step takes what the ones before it have made, or ends the request by throwing a RequestError. */
function serveGraph(app: FastifyInstance, config: ServerConfig, parts: CallerParts): void {
  const { limitAddress, tokens, partners, policies, supergraph, counters, readLog, limits, metrics, logger } =
    parts;
  const resolveOperation = operationResolver(logger, metrics);
  app.route({
    method: ['POST', 'GET'],
    url: '/graphql',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const { record } = request;
      const deadline = Date.now() + config.requestTimeoutMs;
      const format = negotiateFormat(request.headers.accept);
      await limitAddress(request.ip);
      const token = await authenticate(request, tokens);
      record.caller = token.identity;
      const admission = admitCaller(token.identity, request.ip, partners.current());
      const { caller, partner } = admission;
      // At once: the contract is the one of the partner file that the caller was admitted by.
      const graph = supergraph.current(partner?.contract);
      const client = limitsOf(admission, config);
      const requests = await limitRate(client, counters.requests);
      reply.headers(rateLimitHeaders([requests]));
      const parameters = await receiveParameters(request, bodyLimits);
      const resolved = resolveOperation(parameters, admission);
      const seesSchema = mayIntrospect(caller, config.introspection);
      const parsed = parseRequest(resolved, graph, { ...limits, hideSuggestions: !seesSchema });
      record.parsed = parsed;
      limitIntrospection(parsed, seesSchema);
      limitDepth(parsed, client.depth);
      rejectMutationByGet(request.method, parsed);
      const purpose = readPurpose(request.headers, parsed, caller, config.purposeRoles);
      const grants = grantsOf(admission, token, policies.current());
      const { prepared, estimate } = authorize(
        parsed,
        { grants, client: caller.client, requestId: request.id },
        { mode: config.authorization, estimateWithin: costLimit(parsed, client), logger },
      );
      record.estimate = estimate;
      const charge = await chargeCost(client, estimate, { costs: counters.costs, requests });
      const meter = (record.meter = new CostMeter(client.costPerOperation));
      const headers = propagatedHeaders(request, config.propagateHeaders);
      const call = { caller, signal: clientEnd(reply), deadline, headers, meter };
      const executed = await execute(parsed, prepared, call).finally(async () => {
        reply.headers(rateLimitHeaders(await charge.settle(meter.spent)));
      });
      const logged = await logRead(executed, parsed, { log: readLog, token, purpose });
      return answer(reply, logged, format, logger);
    },
  });
  rejectOtherMethods(app);
}

/** An auditor's first question after a while adds the rows of all reads since. */
const readsTimeoutMs = 10_000;

type CallerParts = RequestParts & { readonly limitAddress: LimitAddress };

/** The steps before an upload is received. */
function uploadAdmission(config: ServerConfig, { limitAddress, tokens, partners, counters }: CallerParts) {
  return async (request: FastifyRequest) => {
    await limitAddress(request.ip);
    const token = await authenticate(request, tokens);
    request.record.caller = token.identity;
    const admission = admitCaller(token.identity, request.ip, partners.current());
    await limitRate(limitsOf(admission, config), counters.requests);
    return admission.caller;
  };
}

type RequestParts = Awaited<ReturnType<typeof openRequestParts>>;

/** Opens what the request path works with. */
async function openRequestParts(parts: GatewayParts, opened: Opened) {
  const { config, links, database, metrics, tracing, logger } = parts;
  const registry = config.metricsPort === undefined ? undefined : metrics.registry;
  const store = database && opened.add(await openStore(database, { registry, tracing }, logger));
  const tokens = opened.add(await openTokens(config, store, { metrics, logger }));
  const reads = store && localLink(store.readsSubgraph, { timeoutMs: readsTimeoutMs, tracing });
  const allLinks = linksByName(reads ? [...links, reads] : links);
  const limits = { ...queryLimits, maxDepth: config.maxDepth };
  const executors = executorOf(config, { links: allLinks, savingsCounts: metrics.savingsCounts, logger });
  const openExecutor = store ? executors : withoutReadLog(executors);
  if (config.authorization === 'dry-run')
    logger.warn(
      'authorization is in dry-run (CORDON_AUTHORIZATION): fields are answered that callers may not see',
    );
  const terms = { limits, mode: config.authorization };
  const files = new FilesInForce();
  const onPolicies = files.onReload(metrics.reloaded('policies'));
  const policies = opened.add(openPolicies(config.policies, logger, onPolicies));
  const supergraph = opened.add(
    await openSupergraph(config.supergraph, openExecutor, {
      prepare: prepareInUse(terms),
      check: (graph) => policies.check(graph),
      logger,
      onReload: files.onReload(metrics.reloaded('supergraph')),
    }),
  );
  policies.follow(supergraph);
  files.add(policies, supergraph);
  const counters = opened.add(await openCounters(config.redisUrl, { metrics, logger }));
  const prepare = prepareStored(terms, logger);
  const partners = opened.add(
    await openPartners({
      file: config.partners,
      supergraph,
      prepare,
      logger,
      onReload: files.onReload(metrics.reloaded('partners')),
    }),
  );
  files.add(partners);
  const readLog = store ? openReadLog(store, logger) : noReadLog;
  if (store) {
    // Loaded only where there is a database, as `openStore` loads its modules: the driver takes 30 MB.
    const { signReads } = await import('./readLog/signReads.js');
    opened.add(signReads(store, config, logger));
  }
  return { tokens, supergraph, counters, partners, policies, readLog, terms, limits, metrics, logger };
}

const linksByName = (links: readonly SubgraphLink[]): Links =>
  new Map(links.map((link) => [link.name, link]));

/** The parts that are open. They are closed when the gateway is, or where its start fails: the last one first. */
class Opened {
  readonly #parts: { close(): unknown }[] = [];

  add<Part extends { close(): unknown }>(part: Part): Part {
    this.#parts.unshift(part);
    return part;
  }

  async close(): Promise<void> {
    for (const part of this.#parts) await part.close();
  }
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

function answerOthers(app: FastifyInstance, sendUnknownPage: SendUnknownPage, logger: Logger): void {
  app.setNotFoundHandler((request, reply) => {
    if (sendUnknownPage(request, reply)) return reply;
    return answerError(reply, requestError('NOT_FOUND', 'Nothing is served here.'), logger);
  });
  app.setErrorHandler((error, _request, reply) => answerError(reply, error, logger));
}

/** A second signal while the first is being heeded asks for nothing new. */
function once<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= run());
}
