import { parse } from 'graphql';
import { ConfigError } from '../../shared/config/settings';
import type { OpenExecutor } from '../execution/openExecutor';
import { taggedRestricted } from '../supergraph/restrictedTypes';

/**
 * For a gateway without a database: who reads restricted records is logged there. The executor of a supergraph with such
 * types is rejected with a ConfigError, at the start and when the supergraph changes.
 */
export function withoutReadLog(openExecutor: OpenExecutor): OpenExecutor {
  return async (supergraphSdl) => {
    const restricted = taggedRestricted(parse(supergraphSdl, { noLocation: true }));
    if (restricted.length > 0)
      throw new ConfigError(
        `MONGODB_URL: is needed: reads of ${restricted.join(', ')} are logged, as the supergraph tags them restricted`,
      );
    return openExecutor(supergraphSdl);
  };
}
