import { Registry } from 'prom-client';
import type { Logger } from '../logger/logger';
import { openTracing } from '../tracing/openTracing';
import type { Observers } from './observers';
import { type MetricsPlace, serveMetrics } from './serveMetrics';

export interface OpenObservers extends Observers {
  close(): Promise<void>;
}

/** Opens the metrics and traces of a subgraph's own process, as the environment configures them. */
export async function openObservers(
  deployable: string,
  place: MetricsPlace,
  logger: Logger,
): Promise<OpenObservers> {
  const registry = place.metricsPort === undefined ? undefined : new Registry();
  const metrics = registry && (await serveMetrics(registry, place));
  const tracing = await openTracing(deployable, process.env, logger);
  return {
    registry,
    tracing,
    async close() {
      metrics?.close();
      await tracing?.close();
    },
  };
}
