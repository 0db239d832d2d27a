import {
  Counter,
  type CounterConfiguration,
  Gauge,
  type GaugeConfiguration,
  Histogram,
  type HistogramConfiguration,
  type Registry,
} from 'prom-client';

/**
 * Returns the metric of this name in a registry, and creates it if needed: the deployables of one process count together.
 */
export function counter<Label extends string>(
  registry: Registry,
  config: CounterConfiguration<Label>,
): Counter<Label> {
  return (
    (registry.getSingleMetric(config.name) as Counter<Label> | undefined) ??
    new Counter({ ...config, registers: [registry] })
  );
}

export function histogram<Label extends string>(
  registry: Registry,
  config: HistogramConfiguration<Label>,
): Histogram<Label> {
  return (
    (registry.getSingleMetric(config.name) as Histogram<Label> | undefined) ??
    new Histogram({ ...config, registers: [registry] })
  );
}

export function gauge<Label extends string>(
  registry: Registry,
  config: GaugeConfiguration<Label>,
): Gauge<Label> {
  return (
    (registry.getSingleMetric(config.name) as Gauge<Label> | undefined) ??
    new Gauge({ ...config, registers: [registry] })
  );
}
