import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

/** A read of the log as it is searched: a row for each event of the ledger, which is the truth. */
const readDefinition = {
  /** The event's sequence. */
  _id: { type: Number, required: true },
  at: { type: Date, required: true },
  issuer: { type: String, required: true },
  subject: { type: String, required: true },
  client: { type: String, default: null },
  venue: { type: String, default: null },
  tokenId: { type: String, default: null },
  operationName: { type: String, default: null },
  operationHash: { type: String, required: true },
  purpose: { type: String, default: null },
  records: { type: [String], required: true },
} as const satisfies SchemaDefinition;

export type ReadRecord = InferRawDocType<typeof readDefinition>;

const readSchema = new Schema(readDefinition, { collection: 'reads', versionKey: false });
readSchema.index({ records: 1 });
readSchema.index({ subject: 1 });
readSchema.index({ client: 1 });
readSchema.index({ at: 1 });

export function readModel(connection: Connection): Model<ReadRecord> {
  return connection.model<ReadRecord>('Read', readSchema);
}
