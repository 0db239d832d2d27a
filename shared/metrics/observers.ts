import type { Registry } from 'prom-client';
import type { Tracing } from '../tracing/tracing';

/** What watches a process. Each is undefined where nothing does, and costs nothing then. */
export interface Observers {
  /** Metrics are added to it. */
  readonly registry: Registry | undefined;
  readonly tracing: Tracing | undefined;
}

export const noObservers: Observers = { registry: undefined, tracing: undefined };
