import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { leaseFields } from '../../../shared/mongo/lease';

const leaseDefinition = {
  /** `monitoring`: there is one. */
  _id: { type: String, required: true },
  ...leaseFields,
} as const satisfies SchemaDefinition;

/**
 * The process of several over one store that evaluates and delivers. Having only one saves work; two are also
 * correct.
 */
export type LeaseRecord = InferRawDocType<typeof leaseDefinition>;

export function leaseModel(connection: Connection): Model<LeaseRecord> {
  const schema = new Schema<LeaseRecord>(leaseDefinition, { collection: 'leases', versionKey: false });
  return connection.model<LeaseRecord>('Lease', schema);
}
