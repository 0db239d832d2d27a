import { LRUCache } from 'lru-cache';
import type { Logger } from '../../shared/logger/logger';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import { digest } from '../graph/graph';

/** Operations that are remembered as logged. */
const maxReported = 1_000;

/**
 * Counts and logs operations that a partner's list does not have and that were executed all the same: each is logged once,
 * then by powers of two.
 */
export class ReportedOperations {
  readonly #counts = new LRUCache<string, number>({ max: maxReported });

  constructor(
    private readonly logger: Logger,
    private readonly metrics: Pick<GatewayMetrics, 'unlistedOperations'>,
  ) {}

  report(client: string, text: string): void {
    this.metrics.unlistedOperations.inc();
    const operationHash = digest(text);
    const key = JSON.stringify([client, operationHash]);
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if ((count & (count - 1)) === 0)
      this.logger.warn({ client, operationHash, count }, 'an operation that is not stored was executed');
  }
}
