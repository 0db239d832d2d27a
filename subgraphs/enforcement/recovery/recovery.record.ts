import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { valuationSchema } from '../valuation/valuation.record';
import { projectionFields } from '../projection/projectionFields.record';

const recoveryDefinition = {
  _id: { type: String, required: true },
  title: { type: String, required: true },
  /** The day on which it was announced, YYYY-MM-DD; that of the recovery itself may not be known. */
  announcedOn: { type: String, required: true },
  valuation: { type: valuationSchema, required: true },
  /** Over how many accounts, where the source says. */
  accounts: { type: Number, default: null },
  incidentId: { type: String, default: null },
  actorIds: { type: [String], required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type RecoveryRecord = InferRawDocType<typeof recoveryDefinition>;

const recoverySchema = new Schema<RecoveryRecord>(recoveryDefinition, {
  collection: 'recoveries',
  versionKey: false,
});

export function recoveryModel(connection: Connection): Model<RecoveryRecord> {
  return connection.model<RecoveryRecord>('Recovery', recoverySchema);
}
