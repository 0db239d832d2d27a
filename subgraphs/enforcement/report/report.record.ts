import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { projectionFields } from '../projection/projectionFields.record';

/** A report that was filed with an authority. */
const reportDefinition = {
  _id: { type: String, required: true },
  kind: { type: String, required: true },
  filedAt: { type: Date, required: true },
  /** The subject of a token. */
  filedBy: { type: String, required: true },
  /** The authority's number for it. */
  reference: { type: String, default: null },
  obligationIds: { type: [String], required: true },
  /** The accounts that it is about, of any venue: never shown. */
  accountIds: { type: [String], required: true },
  /** SHA-256 of the filed report, hex. */
  sha256: { type: String, default: null },
  illustrative: { type: Boolean, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type ReportRecord = InferRawDocType<typeof reportDefinition>;

const reportSchema = new Schema<ReportRecord>(reportDefinition, { collection: 'reports', versionKey: false });
reportSchema.index({ obligationIds: 1 });

export function reportModel(connection: Connection): Model<ReportRecord> {
  return connection.model<ReportRecord>('Report', reportSchema);
}
