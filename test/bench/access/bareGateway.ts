import Fastify from 'fastify';
import { recordRequests } from '../../../gateway/accessLog/recordRequests';
import { gatewaySettings } from '../../../gateway/config';
import { executorOf } from '../../../gateway/execution/openExecutor';
import { loadGraph } from '../../../gateway/graph/graph';
import { readSupergraph } from '../../../gateway/graph/openSupergraph';
import { linkOptions, openHttpLinks } from '../../../gateway/link/openLinks';
import type { SubgraphLink } from '../../../gateway/link/subgraphLink';
import { createGatewayMetrics } from '../../../gateway/metrics/gatewayMetrics';
import { negotiateFormat } from '../../../gateway/request/responseFormat';
import { answer } from '../../../gateway/steps/answer';
import { authorize } from '../../../gateway/steps/authorize';
import { queryLimits } from '../../../gateway/steps/limitQuery';
import { parseRequest } from '../../../gateway/steps/parseRequest';
import { receiveParameters } from '../../../gateway/steps/receiveParameters';
import { readSubgraphUrls } from '../../../gateway/supergraph/subgraphUrls';
import { readSettings } from '../../../shared/config/settings';
import { leaveBodiesUnread } from '../../../shared/http/lateBodies';
import { type Identity, identitySchema } from '../../../shared/identity/identity';
import { createLogger } from '../../../shared/logger/logger';

/**
 * The gateway without what the bench weighs: one caller (`BENCH_CALLER`) is believed, sees the whole schema, pays nothing,
 * and its reads are not logged. All else is as in `gateway/server.ts`.
 */
async function main(): Promise<void> {
  const { env } = process;
  const config = readSettings(gatewaySettings, env);
  const caller: Identity = identitySchema.parse(JSON.parse(env['BENCH_CALLER'] ?? '{}'));
  const logger = createLogger('bare', config.logLevel);
  const metrics = createGatewayMetrics();
  const sdl = readSupergraph(config.supergraph).replaceAll('@tag(name: "restricted")', '');
  const opened = openHttpLinks(
    readSubgraphUrls(sdl, env),
    () => config.linkSecret,
    linkOptions(config, metrics),
  );
  const unasked = { name: 'reads' } as unknown as SubgraphLink;
  const links = new Map([...opened, unasked].map((link) => [link.name, link]));
  const graph = await loadGraph(
    sdl,
    executorOf(config, { links, savingsCounts: metrics.savingsCounts, logger }),
  );
  const limits = { ...queryLimits, maxDepth: config.maxDepth, hideSuggestions: false };
  const app = Fastify({ requestTimeout: 0 });
  leaveBodiesUnread(app);
  recordRequests(app, { logger, metrics, tracing: undefined });
  app.route({
    method: ['POST', 'GET'],
    url: '/graphql',
    handler: async (request, reply) => {
      const deadline = Date.now() + config.requestTimeoutMs;
      const format = negotiateFormat(request.headers.accept);
      const { query = '', ...rest } = await receiveParameters(request, {
        maxBytes: 2 ** 21,
        timeoutMs: 5_000,
      });
      const parsed = parseRequest({ ...rest, query }, graph, limits);
      const { prepared } = authorize(
        parsed,
        { grants: caller.scopes, client: caller.client },
        { mode: 'filter', estimateWithin: () => 0, logger },
      );
      const executed = await prepared.execute(parsed.variables, {
        caller,
        signal: new AbortController().signal,
        deadline,
        headers: {},
        extensions: new Map(),
        spend: () => undefined,
        beginCall: () => undefined,
      });
      return answer(reply, executed, format, logger);
    },
  });
  await app.listen({ host: '127.0.0.1', port: Number(env['PORT']) });
}

void main();
