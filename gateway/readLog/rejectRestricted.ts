import { parse } from 'graphql';
import { ConfigError } from '../../shared/config/settings';
import { taggedRestricted } from '../supergraph/restrictedTypes';

/**
 * Rejects a supergraph with restricted types for a gateway without a database: who reads their records is logged there.
 * Throws ConfigError. A text that is no supergraph is left to whoever loads it.
 */
export function rejectRestricted(supergraphSdl: string): void {
  const restricted = restrictedIn(supergraphSdl);
  if (restricted.length === 0) return;
  throw new ConfigError(
    `MONGODB_URL: is needed: reads of ${restricted.join(', ')} are logged, as the supergraph tags them restricted`,
  );
}

function restrictedIn(supergraphSdl: string): readonly string[] {
  try {
    return taggedRestricted(parse(supergraphSdl, { noLocation: true }));
  } catch {
    return [];
  }
}
