import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../../shared/logger/logger';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import { requestIdHeader } from '../request/requestId';
import { accessLine } from './accessLine';
import { RequestRecord } from './requestRecord';

declare module 'fastify' {
  interface FastifyRequest {
    record: RequestRecord;
  }
}

/** The status that is logged where the client went before its answer: nginx's, which log readers know. */
const clientGone = 499;

/** Keeps a record of each request, answers with its id, and writes one line of the log when it ends. */
export function recordRequests(app: FastifyInstance, logger: Logger, metrics: GatewayMetrics): void {
  app.decorateRequest('record');
  app.addHook('onRequest', (request, reply, done) => {
    request.record = new RequestRecord();
    reply.header(requestIdHeader, request.id);
    reply.raw.once('close', () => report(request, reply, logger, metrics));
    done();
  });
}

function report(request: FastifyRequest, reply: FastifyReply, logger: Logger, metrics: GatewayMetrics): void {
  const { record, id: requestId, method } = request;
  const status = reply.raw.writableFinished ? reply.statusCode : clientGone;
  const ms = performance.now() - record.beganAt;
  const line = { requestId, method, status, ms: Math.round(ms * 100) / 100 };
  if (request.routeOptions.url !== '/graphql') {
    // Without the query: a sign-in's has a code.
    logger.debug({ ...line, path: request.url.split('?', 1)[0] }, 'request');
    return;
  }
  countRequest(record, { status, ms }, metrics);
  // Only where nobody was authenticated: an address names a person as much as a subject does.
  const address = record.caller ? undefined : request.ip;
  logger.info({ ...line, ...accessLine(record), address }, 'request');
}

function countRequest(
  { rejected, codes, estimate, meter }: RequestRecord,
  { status, ms }: { readonly status: number; readonly ms: number },
  metrics: GatewayMetrics,
): void {
  metrics.requests.inc({ status });
  metrics.requestSeconds.observe(ms / 1_000);
  if (rejected !== undefined) metrics.rejectedRequests.inc({ code: rejected });
  else for (const code of codes) metrics.answeredErrors.inc({ code: metrics.codeLabel(code) });
  if (estimate !== undefined) metrics.estimatedCost.observe(estimate);
  if (meter) metrics.spentCost.observe(meter.spent);
}
