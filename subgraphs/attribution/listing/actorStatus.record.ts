import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const actorStatusDefinition = {
  /** The actor's id. */
  _id: { type: String, required: true },
  /** The designations that were in force when this was written, sorted. */
  designationIds: { type: [String], required: true },
  /** The actors linked to it by the policy of sanctions, itself first. */
  linkedActorIds: { type: [String], required: true },
  /** The list versions in force then, `<list>@<version>`. */
  versions: { type: [String], required: true },
} as const satisfies SchemaDefinition;

/**
 * The status of an actor when lists or cases last changed, from sanctions; kept here for monitoring, which
 * compares. An actor without one is neither designated nor linked to another. Shard key, where one machine is
 * not enough: `_id`.
 */
export type ActorStatusRecord = InferRawDocType<typeof actorStatusDefinition>;

export function actorStatusModel(connection: Connection): Model<ActorStatusRecord> {
  const schema = new Schema<ActorStatusRecord>(actorStatusDefinition, {
    collection: 'actor_standings',
    versionKey: false,
  });
  return connection.model<ActorStatusRecord>('ActorStatus', schema);
}

const listingSyncDefinition = {
  /** `lists`: there is one. */
  _id: { type: String, required: true },
  /** The editions of lists and cases that are wholly in this database. */
  editions: { type: String, required: true },
  at: { type: Date, required: true },
  /** True from before lists are published until they are in this database. */
  due: { type: Boolean, default: false },
} as const satisfies SchemaDefinition;

/** The state of the lists in this database. It is written last, so that a cut-off run is repeated. */
export type ListingSyncRecord = InferRawDocType<typeof listingSyncDefinition>;

export function listingSyncModel(connection: Connection): Model<ListingSyncRecord> {
  const schema = new Schema<ListingSyncRecord>(listingSyncDefinition, {
    collection: 'listing_syncs',
    versionKey: false,
  });
  return connection.model<ListingSyncRecord>('ListingSync', schema);
}
