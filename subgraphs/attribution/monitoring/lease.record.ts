import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { leaseFields } from '../../../shared/mongo/lease';

const leaseDefinition = {
  /** `monitoring`: there is one. */
  _id: { type: String, required: true },
  ...leaseFields,
} as const satisfies SchemaDefinition;

/** Which of several processes over one store evaluates and delivers. That it is one spares work; it is right with two. */
export type LeaseRecord = InferRawDocType<typeof leaseDefinition>;

export function leaseModel(connection: Connection): Model<LeaseRecord> {
  const schema = new Schema<LeaseRecord>(leaseDefinition, { collection: 'leases', versionKey: false });
  return connection.model<LeaseRecord>('Lease', schema);
}
