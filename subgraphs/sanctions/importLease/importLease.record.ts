import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { leaseFields } from '../../../shared/mongo/lease';

const importLeaseDefinition = {
  /** The leased resource: `lists`. */
  _id: { type: String, required: true },
  ...leaseFields,
} as const satisfies SchemaDefinition;

export type ImportLeaseRecord = InferRawDocType<typeof importLeaseDefinition>;

export function importLeaseModel(connection: Connection): Model<ImportLeaseRecord> {
  const schema = new Schema<ImportLeaseRecord>(importLeaseDefinition, {
    collection: 'import_leases',
    versionKey: false,
  });
  return connection.model<ImportLeaseRecord>('ImportLease', schema);
}
