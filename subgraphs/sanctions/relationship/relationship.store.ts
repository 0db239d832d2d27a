import type { Model } from 'mongoose';
import type { RelationshipRecord } from './relationship.record';

/** The only place that reads relationships. */
export interface RelationshipStore {
  /** All that one of the actors is an end of. */
  touching(actorIds: readonly string[]): Promise<RelationshipRecord[]>;
}

export function relationshipStore(relationships: Model<RelationshipRecord>): RelationshipStore {
  return {
    touching: (actorIds) =>
      relationships
        .find({ $or: [{ fromId: { $in: [...actorIds] } }, { toId: { $in: [...actorIds] } }] })
        .sort({ _id: 1 })
        .lean<RelationshipRecord[]>(),
  };
}
