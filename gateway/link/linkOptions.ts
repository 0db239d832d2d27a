import type { Tracing } from '../../shared/tracing/tracing';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import type { CallsUnderWay } from './callsUnderWay';

/** The options of every link of a gateway. */
export interface LinkOptions {
  /** The longest that one call may take, its retries included. */
  readonly timeoutMs: number;
  /** The calls under way to all subgraphs; undefined where each request makes its own. */
  readonly callsUnderWay?: CallsUnderWay | undefined;
  readonly metrics?: GatewayMetrics | undefined;
  readonly tracing?: Tracing | undefined;
}
