import {
  type Context,
  type Span as ApiSpan,
  context,
  diag,
  DiagLogLevel,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Logger } from '../logger/logger';
import { type Headers, type Span, traceHeaders, type Tracing } from './tracing';

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT };

/** The time for which an ending process waits for its last spans to be sent, in milliseconds. */
const closeMs = 2_000;

/**
 * Sends spans by OTLP over HTTP, as JSON. The endpoint, the sampling and the resource are configured by
 * OpenTelemetry's own variables: `OTEL_EXPORTER_OTLP_…`, `OTEL_TRACES_SAMPLER`, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`.
 */
export function otlpTracing(deployable: string, logger: Logger): Tracing {
  const named = resourceFromAttributes({ 'service.name': deployable, 'service.namespace': 'cordon' });
  const resource = defaultResource()
    .merge(named)
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  logProblems(logger);
  const tracer = provider.getTracer('cordon');
  const start: Tracing['start'] = (name, { kind, parent, attributes = {} }) => {
    const under = parent ? contextOf(parent) : context.active();
    const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, under);
    return toSpan(span, trace.setSpan(under, span));
  };
  return {
    start,
    startUnder: (name, attributes) => trace.getActiveSpan() && start(name, { kind: 'client', attributes }),
    async close() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, closeMs).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}

/** Logs the warnings and errors of OpenTelemetry, such as a collector that does not answer. */
function logProblems(logger: Logger): void {
  const log = (message: string) =>
    logger.warn({ why: message.slice(0, 500) }, 'traces: OpenTelemetry reports');
  const quiet = () => undefined;
  const diagnostics = { error: log, warn: log, info: quiet, debug: quiet, verbose: quiet };
  diag.setLogger(diagnostics, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
}

function contextOf(headers: Headers): Context {
  const carrier = Object.fromEntries(traceHeaders.map((name) => [name, headers[name]]));
  return propagation.extract(ROOT_CONTEXT, carrier);
}

function toSpan(span: ApiSpan, inside: Context): Span {
  const headers: Record<string, string> = {};
  propagation.inject(inside, headers);
  return {
    headers,
    rename: (name) => span.updateName(name),
    describe: (attributes) => span.setAttributes(attributes),
    run: (work) => context.with(inside, work),
    end: () => span.end(),
    fail(reason) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: reason });
      span.end();
    },
  };
}
