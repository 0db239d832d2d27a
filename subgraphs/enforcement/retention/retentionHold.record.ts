import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { projectionFields } from '../projection/projectionFields.record';

/** While it is in place nothing about its accounts may be disposed of (DOMAIN, invariant 6). */
const retentionHoldDefinition = {
  _id: { type: String, required: true },
  /** Of any venue: never shown. */
  accountIds: { type: [String], required: true },
  from: { type: Date, required: true },
  /** From this instant on it is lifted; null: it is in place. */
  to: { type: Date, default: null },
  processIds: { type: [String], required: true },
  reason: { type: String, required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type RetentionHoldRecord = InferRawDocType<typeof retentionHoldDefinition>;

const retentionHoldSchema = new Schema<RetentionHoldRecord>(retentionHoldDefinition, {
  collection: 'retention_holds',
  versionKey: false,
});
retentionHoldSchema.index({ accountIds: 1 });

export function retentionHoldModel(connection: Connection): Model<RetentionHoldRecord> {
  return connection.model<RetentionHoldRecord>('RetentionHold', retentionHoldSchema);
}
