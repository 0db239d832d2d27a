import type { Registry } from 'prom-client';
import type { Tracing } from '../tracing/tracing';

/** The metrics and traces of a process. One that is off is undefined, and costs nothing. */
export interface Observers {
  /** Metrics are added to it. */
  readonly registry: Registry | undefined;
  readonly tracing: Tracing | undefined;
}

export const noObservers: Observers = { registry: undefined, tracing: undefined };

export const isObserved = ({ registry, tracing }: Observers): boolean =>
  registry !== undefined || tracing !== undefined;
