import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { rowKinds } from './listReading';

const quarantinedRowDefinition = {
  /** `<edition>:<number of the row, six digits>` */
  _id: { type: String, required: true },
  /** `<list>@<version>#<digest>`: read only through the version that names it. */
  edition: { type: String, required: true },
  file: { type: String, required: true },
  line: { type: Number, required: true },
  kind: { type: String, enum: rowKinds, required: true },
  reason: { type: String, required: true },
  text: { type: String, default: '' },
} as const satisfies SchemaDefinition;

export type QuarantinedRowRecord = InferRawDocType<typeof quarantinedRowDefinition>;

export function quarantinedRowModel(connection: Connection): Model<QuarantinedRowRecord> {
  const schema = new Schema<QuarantinedRowRecord>(quarantinedRowDefinition, {
    collection: 'quarantined_rows',
    versionKey: false,
  });
  schema.index({ edition: 1, _id: 1 });
  return connection.model<QuarantinedRowRecord>('QuarantinedRow', schema);
}
