import type { Logger } from '../logger/logger';
import type { Tracing } from './tracing';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens tracing where OpenTelemetry's own variables name a collector (`OTEL_EXPORTER_OTLP_ENDPOINT`, or
 * `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`). Returns undefined where they do not: nothing of OpenTelemetry is loaded then.
 */
export async function openTracing(
  deployable: string,
  env: Environment,
  logger: Logger,
): Promise<Tracing | undefined> {
  if (!isOn(env)) return undefined;
  const { otlpTracing } = await import('./otlpTracing.js');
  return otlpTracing(deployable, logger);
}

const isOn = ({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: tracesEndpoint,
  OTEL_TRACES_EXPORTER: exporter,
  OTEL_SDK_DISABLED: disabled,
}: Environment): boolean =>
  Boolean(endpoint || tracesEndpoint) && exporter !== 'none' && disabled?.toLowerCase() !== 'true';
