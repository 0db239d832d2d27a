import { z } from 'zod';
import { gatewaySettings } from '../../../gateway/config';
import { CostMeter } from '../../../gateway/cost/costMeter';
import { executorOf } from '../../../gateway/execution/openExecutor';
import { type Graph, loadGraph } from '../../../gateway/graph/graph';
import { readSupergraph } from '../../../gateway/graph/openSupergraph';
import { createApp } from '../../../gateway/http/createApp';
import { linkOptions, openHttpLinks } from '../../../gateway/link/openLinks';
import type { SubgraphLink } from '../../../gateway/link/subgraphLink';
import { createGatewayMetrics } from '../../../gateway/metrics/gatewayMetrics';
import { propagatedHeaders } from '../../../gateway/request/propagatedHeaders';
import { negotiateFormat } from '../../../gateway/request/responseFormat';
import { answer } from '../../../gateway/steps/answer';
import { authorize } from '../../../gateway/steps/authorize';
import { execute } from '../../../gateway/steps/execute';
import { queryLimits } from '../../../gateway/steps/limitQuery';
import { parseRequest } from '../../../gateway/steps/parseRequest';
import { receiveParameters } from '../../../gateway/steps/receiveParameters';
import { readSubgraphUrls } from '../../../gateway/supergraph/subgraphUrls';
import { readSettings } from '../../../shared/config/settings';
import { disconnectSignal } from '../../../shared/http/disconnectSignal';
import { type Identity, identitySchema } from '../../../shared/identity/identity';
import { createLogger } from '../../../shared/logger/logger';

/**
 * The gateway without what the bench weighs: callers are known by their tokens (`BENCH_CALLERS`) and believed, see the whole
 * schema, pay nothing, and their reads are not logged. All else is as in `gateway/server.ts`.
 */
async function main(): Promise<void> {
  const { env } = process;
  const config = readSettings(gatewaySettings, env);
  const callers = z
    .record(z.string(), identitySchema)
    .parse(JSON.parse(env['BENCH_CALLERS'] ?? '{}')) satisfies Record<string, Identity>;
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
  const unmetered = new CostMeter(Infinity);
  const unpriced = { ...graph, answerCost: { of: () => 0 } } as unknown as Graph;
  const limits = { ...queryLimits, maxDepth: config.maxDepth, hideSuggestions: false };
  const app = await createApp(config, { logger, metrics, tracing: undefined });
  app.route({
    method: ['POST', 'GET'],
    url: '/graphql',
    handler: async (request, reply) => {
      const deadline = Date.now() + config.requestTimeoutMs;
      const format = negotiateFormat(request.headers.accept);
      const caller = callers[request.headers.authorization?.slice('Bearer '.length) ?? ''];
      if (!caller) throw new Error('the caller is unknown');
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
      const headers = propagatedHeaders(request, config.propagateHeaders);
      const call = { caller, signal: disconnectSignal(reply), deadline, headers, meter: unmetered };
      const executed = await execute({ ...parsed, graph: unpriced }, prepared, call);
      return answer(reply, executed, format, logger);
    },
  });
  await app.listen({ host: '127.0.0.1', port: Number(env['PORT']) });
}

void main();
