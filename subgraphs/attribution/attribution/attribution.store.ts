import type { Model } from 'mongoose';
import { sortedById } from './sortedById';
import type { ActorStatement, AttributionRecord } from './attribution.record';
import type { Tenant } from '../vocabulary/tenant';

/**
 * The only place that reads attributions. A partner (a caller with a tenant) sees statements of public
 * sources. Statements of our own analysts are for the operator. Nothing derived for a partner may rest on
 * them.
 */
export interface AttributionStore {
  /** Returns the statements about wallets, by anybody. */
  byMatchKeys(matchKeys: readonly string[], tenant: Tenant): Promise<AttributionRecord[]>;
  /** Returns the statements about actors, of any wallet. */
  byActors(actorIds: readonly string[], tenant: Tenant): Promise<ActorStatement[]>;
  byIds(ids: readonly string[], tenant: Tenant): Promise<AttributionRecord[]>;
}

const visibleTo = (tenant: Tenant) => (tenant === null ? {} : { audience: { $ne: 'HOUSE' as const } });

export function attributionStore(attributions: Model<AttributionRecord>): AttributionStore {
  return {
    async byMatchKeys(matchKeys, tenant) {
      const filter = { matchKey: { $in: [...matchKeys] }, ...visibleTo(tenant) };
      // Put in order here: the embedded store would read each record through for its sort.
      return sortedById(await attributions.find(filter).lean<AttributionRecord[]>());
    },
    byActors: (actorIds, tenant) =>
      attributions
        .find({ actorId: { $in: [...actorIds] }, ...visibleTo(tenant) })
        .sort({ _id: 1 })
        .lean<ActorStatement[]>(),
    byIds: (ids, tenant) =>
      attributions.find({ _id: { $in: [...ids] }, ...visibleTo(tenant) }).lean<AttributionRecord[]>(),
  };
}
