import type { HasAttributions } from '../attribution/attribution.context';
import type { AttributionStore } from '../attribution/attribution.store';
import type { HasTracing } from '../tracing/tracing.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import { type ExposureOf, requestExposures } from './requestExposures';
import { requestShares, type ShareOf } from './requestShares';

/** Exposures and shares, computed within this request. */
export interface HasExposures {
  /** Computes the origin, or the destination, of a wallet's funds. */
  readonly exposureOf: ExposureOf;
  /** Computes the share of an actor in a wallet's receipts. */
  readonly shareOf: ShareOf;
}

type ExposureParts = Pick<HasCaller, 'tenant' | 'now'> &
  Pick<HasTracing, 'search'> &
  Pick<HasAttributions, 'attributionsByActor'>;

export const loadExposures = (
  attributions: AttributionStore,
  { tenant, now, search, attributionsByActor }: ExposureParts,
): HasExposures => ({
  exposureOf: requestExposures({
    search,
    statements: (keys) => attributions.byMatchKeys(keys, tenant),
    knownAt: now,
  }),
  shareOf: requestShares({
    search,
    statements: (actorId) => attributionsByActor.load(actorId),
    knownAt: now,
  }),
});
