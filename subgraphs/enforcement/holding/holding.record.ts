import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { projectionFields } from '../projection/projectionFields.record';

/** Base units, decimal. Null is "nobody has observed it", never zero. */
const amount = { type: String, default: null } as const;

const holdingDefinition = {
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  /** The account's venue: what keeps a tenant to its own. */
  venueId: { type: String, required: true },
  /** CAIP-19 */
  asset: { type: String, required: true },
  frozen: amount,
  inflow: amount,
  held: amount,
  seized: amount,
  released: amount,
  destroyed: amount,
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type HoldingRecord = InferRawDocType<typeof holdingDefinition>;

const holdingSchema = new Schema<HoldingRecord>(holdingDefinition, {
  collection: 'holdings',
  versionKey: false,
});
holdingSchema.index({ accountId: 1, asset: 1 }, { unique: true });

export function holdingModel(connection: Connection): Model<HoldingRecord> {
  return connection.model<HoldingRecord>('Holding', holdingSchema);
}
