import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

// Both collections are addressed by content: written once, never changed. Shard key: _id, hashed.

const entryDefinition = {
  /** The digest of the content. */
  _id: { type: String, required: true },
  list: { type: String, required: true },
  entry: { type: String, required: true },
  /** Canonical JSON of a ListEntry: the text that the digest is of. */
  content: { type: String, required: true },
} as const satisfies SchemaDefinition;

export type ListEntryRecord = InferRawDocType<typeof entryDefinition>;

export function listEntryModel(connection: Connection): Model<ListEntryRecord> {
  const schema = new Schema<ListEntryRecord>(entryDefinition, {
    collection: 'list_entries',
    versionKey: false,
  });
  return connection.model<ListEntryRecord>('ListEntry', schema);
}

const chunkDefinition = {
  /** The digest of the members. */
  _id: { type: String, required: true },
  list: { type: String, required: true },
  /** The entries that it holds, with the digests of their contents: `entry digest` a line. */
  members: { type: String, required: true },
} as const satisfies SchemaDefinition;

export type ListChunkRecord = InferRawDocType<typeof chunkDefinition>;

export function listChunkModel(connection: Connection): Model<ListChunkRecord> {
  const schema = new Schema<ListChunkRecord>(chunkDefinition, {
    collection: 'list_chunks',
    versionKey: false,
  });
  return connection.model<ListChunkRecord>('ListChunk', schema);
}
