import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { projectionFields } from '../projection/projectionFields.record';
import { controlActs } from '../vocabulary/controlActs';

/** A control event of a token's contract: what its issuer did to an address, as the chain has it. */
const controlEventDefinition = {
  /** `<asset>/<transaction>/<log index>` */
  _id: { type: String, required: true },
  /** CAIP-19 */
  asset: { type: String, required: true },
  accountId: { type: String, required: true },
  act: { type: String, enum: controlActs, required: true },
  block: { type: Number, required: true },
  logIndex: { type: Number, required: true },
  transaction: { type: String, required: true },
  at: { type: Date, required: true },
  /** Base units, decimal; null where the act has none. */
  amount: { type: String, default: null },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type ControlEventRecord = InferRawDocType<typeof controlEventDefinition>;

const controlEventSchema = new Schema<ControlEventRecord>(controlEventDefinition, {
  collection: 'control_events',
  versionKey: false,
});
controlEventSchema.index({ accountId: 1 });

export function controlEventModel(connection: Connection): Model<ControlEventRecord> {
  return connection.model<ControlEventRecord>('ControlEvent', controlEventSchema);
}
