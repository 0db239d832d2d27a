import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const leaseDefinition = {
  /** `monitoring`: there is one. */
  _id: { type: String, required: true },
  /** The process whose turn it is. */
  holder: { type: String, required: true },
  /** Until when, if it does not say otherwise before. */
  until: { type: Date, required: true },
} as const satisfies SchemaDefinition;

/** Which of several processes over one store evaluates and delivers. That it is one spares work; it is right with two. */
export type LeaseRecord = InferRawDocType<typeof leaseDefinition>;

export function leaseModel(connection: Connection): Model<LeaseRecord> {
  const schema = new Schema<LeaseRecord>(leaseDefinition, { collection: 'leases', versionKey: false });
  return connection.model<LeaseRecord>('Lease', schema);
}
