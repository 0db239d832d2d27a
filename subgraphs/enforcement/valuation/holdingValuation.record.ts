import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { valuationSchema } from './valuation.record';
import { projectionFields } from '../projection/projectionFields.record';

/** The worth of an amount of an asset on an account, by one source. */
const holdingValuationDefinition = {
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  /** The account's venue: what keeps a tenant to its own. */
  venueId: { type: String, required: true },
  /** CAIP-19 */
  asset: { type: String, required: true },
  /** Base units, decimal: of how much it is the worth. */
  amount: { type: String, required: true },
  valuation: { type: valuationSchema, required: true },
  illustrative: { type: Boolean, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type HoldingValuationRecord = InferRawDocType<typeof holdingValuationDefinition>;

const holdingValuationSchema = new Schema<HoldingValuationRecord>(holdingValuationDefinition, {
  collection: 'holding_valuations',
  versionKey: false,
});
holdingValuationSchema.index({ accountId: 1, asset: 1 });

export function holdingValuationModel(connection: Connection): Model<HoldingValuationRecord> {
  return connection.model<HoldingValuationRecord>('HoldingValuation', holdingValuationSchema);
}
