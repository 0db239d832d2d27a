import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loggedOperation } from '../../shared/errors/loggedOperation';
import { hasAnswer } from '../../shared/http/hasAnswer';
import type { Logger } from '../../shared/logger/logger';
import type { Span, Tracing } from '../../shared/tracing/tracing';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import { requestIdHeader } from '../../shared/http/requestId';
import { accessLine } from './accessLine';
import { RequestRecord } from './requestRecord';

declare module 'fastify' {
  interface FastifyRequest {
    record: RequestRecord;
  }
}

export interface RecordParts {
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
  /** Undefined where nothing is traced. */
  readonly tracing: Tracing | undefined;
}

const graphPath = '/graphql';

/** The status that is logged where the client went before its answer: nginx's, which log readers know. */
const clientGone = 499;

/** Keeps a record of each request, answers with its id, and writes one line of the log when it ends. */
export function recordRequests(app: FastifyInstance, parts: RecordParts): void {
  app.decorateRequest('record');
  app.addHook('onRequest', (request, reply, done) => {
    request.record = new RequestRecord(request.ip);
    reply.header(requestIdHeader, request.id);
    reply.raw.once('close', () => report(request, reply, parts));
    const span = startSpan(request, parts.tracing);
    request.record.span = span;
    if (span) span.run(done);
    else done();
  });
}

function startSpan({ routeOptions, headers, method, id }: FastifyRequest, tracing: Tracing | undefined) {
  if (routeOptions.url !== graphPath) return undefined;
  return tracing?.start(`${method} ${graphPath}`, {
    kind: 'server',
    parent: headers,
    attributes: { 'http.request.method': method, 'http.route': graphPath, 'cordon.request_id': id },
  });
}

function report(request: FastifyRequest, reply: FastifyReply, { logger, metrics }: RecordParts): void {
  const { record, id: requestId, method } = request;
  const status = hasAnswer(reply) ? reply.statusCode : clientGone;
  const ms = performance.now() - record.beganAt;
  const line = { requestId, method, status, ms: Math.round(ms * 100) / 100 };
  if (request.routeOptions.url !== graphPath) {
    // Without the query string: that of a sign-in holds its code.
    logger.debug({ ...line, path: request.url.split('?', 1)[0] }, 'request');
    return;
  }
  countRequest(record, { status, ms }, metrics);
  // Only where nobody was authenticated: an address names a person as much as a subject does.
  const address = record.caller ? undefined : record.address;
  const facts = accessLine(record);
  logger.info({ ...line, ...facts, address }, 'request');
  if (record.span) endSpan(record.span, record, status);
}

/** Ends the span with the fields of the log's line, but for the client's address. */
function endSpan(
  span: Span,
  { parsed, caller, meter, estimate, rejected, codes }: RequestRecord,
  status: number,
): void {
  const operation = parsed?.operation;
  const name = loggedOperation(operation?.name?.value);
  if (operation) span.rename([operation.operation, name ?? ''].join(' ').trim());
  span.describe({
    'http.response.status_code': status,
    'graphql.operation.name': name,
    'graphql.operation.type': operation?.operation,
    'cordon.client': caller?.client ?? undefined,
    'cordon.cost.estimated': estimate,
    'cordon.cost': meter?.spent,
    'cordon.calls': meter?.calls,
    'cordon.codes': codes.size > 0 ? [...codes].join(' ') : undefined,
  });
  if (rejected !== undefined && status >= 500) span.fail(rejected);
  else span.end();
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
