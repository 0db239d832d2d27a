import { ConfigError } from '../../shared/config/settings';
import type { Graph } from '../graph/graph';

/**
 * Rejects a supergraph with restricted types for a gateway without a database: who reads their records is logged there.
 * Throws ConfigError.
 */
export function rejectRestricted({ restricted }: Pick<Graph, 'restricted'>): void {
  if (restricted.size === 0) return;
  throw new ConfigError(
    `MONGODB_URL: is needed: reads of ${[...restricted].join(', ')} are logged, as the supergraph tags them restricted`,
  );
}
