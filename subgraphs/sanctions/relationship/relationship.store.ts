import type { Model } from 'mongoose';
import type { RelationshipRecord } from './relationship.record';

/** The only place that reads the relationships of cases. Those of lists are in memory. */
export interface RelationshipStore {
  /** Sorted by id. */
  all(): Promise<RelationshipRecord[]>;
}

export function relationshipStore(relationships: Model<RelationshipRecord>): RelationshipStore {
  return { all: () => relationships.find().sort({ _id: 1 }).lean<RelationshipRecord[]>() };
}
