import type { Model } from 'mongoose';
import type { AttributionRecord } from './attribution.record';

/** The only place that reads attributions. */
export interface AttributionStore {
  /** What is said of wallets, by anybody. */
  byMatchKeys(matchKeys: readonly string[]): Promise<AttributionRecord[]>;
  /** What is said of actors, of any wallet. */
  byActors(actorIds: readonly string[]): Promise<AttributionRecord[]>;
}

export function attributionStore(attributions: Model<AttributionRecord>): AttributionStore {
  return {
    byMatchKeys: (matchKeys) =>
      attributions
        .find({ matchKey: { $in: [...matchKeys] } })
        .sort({ _id: 1 })
        .lean<AttributionRecord[]>(),
    byActors: (actorIds) =>
      attributions
        .find({ actorId: { $in: [...actorIds] } })
        .sort({ _id: 1 })
        .lean<AttributionRecord[]>(),
  };
}
