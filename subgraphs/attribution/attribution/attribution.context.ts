import type DataLoader from 'dataloader';
import { loadMany, type RowsLoader } from '../../../shared/batch/loaders';
import type { Tenant } from '../vocabulary/tenant';
import type { ActorStatement, AttributionRecord } from './attribution.record';
import type { AttributionStore } from './attribution.store';

/** The attributions that the caller may see: a partner sees those of public sources. */
export interface HasAttributions {
  readonly attributionsByMatchKey: RowsLoader<string, AttributionRecord>;
  readonly attributionsByActor: DataLoader<string, readonly ActorStatement[]>;
}

export const loadAttributions = (attributions: AttributionStore, tenant: Tenant): HasAttributions => ({
  attributionsByMatchKey: loadMany(
    (keys: readonly string[]) => attributions.byMatchKeys(keys, tenant),
    ({ matchKey }) => [matchKey],
  ),
  attributionsByActor: loadMany(
    (actorIds: readonly string[]) => attributions.byActors(actorIds, tenant),
    ({ actorId }: ActorStatement) => [actorId],
  ),
});
