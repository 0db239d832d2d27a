import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const importLeaseDefinition = {
  /** What is leased: `lists`. */
  _id: { type: String, required: true },
  /** Who imports: another value for each import. */
  holder: { type: String, required: true },
  host: { type: String, required: true },
  pid: { type: Number, required: true },
  /** Until when it holds, if it is not renewed. */
  until: { type: Date, required: true },
  /** Whether the import came to its end. One that was cut off left something behind. */
  ended: { type: Boolean, required: true },
} as const satisfies SchemaDefinition;

export type ImportLeaseRecord = InferRawDocType<typeof importLeaseDefinition>;

export function importLeaseModel(connection: Connection): Model<ImportLeaseRecord> {
  const schema = new Schema(importLeaseDefinition, { collection: 'import_leases', versionKey: false });
  return connection.model<ImportLeaseRecord>('ImportLease', schema as unknown as Schema<ImportLeaseRecord>);
}
