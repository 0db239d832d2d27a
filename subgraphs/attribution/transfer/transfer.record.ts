import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

const transferDefinition = {
  /** `<chain>:<tx>:<index>` */
  _id: { type: String, required: true },
  /** Given once, at import, and never again: what a trace names its hops by. */
  seq: { type: Number, required: true },
  /** CAIP-2 */
  chain: { type: String, required: true },
  tx: { type: String, required: true },
  /** Its place within the transaction. */
  index: { type: Number, required: true },
  at: { type: Date, required: true },
  fromId: { type: String, required: true },
  toId: { type: String, required: true },
  /** CAIP-19 */
  asset: { type: String, required: true },
  /** Base units, a decimal string: exact at any length. */
  amount: { type: String, required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

export type TransferRecord = InferRawDocType<typeof transferDefinition>;

/** Shard key, where one machine is not enough: `_id`, hashed. */
const transferSchema = new Schema(transferDefinition, { collection: 'transfers', versionKey: false });
// In this order they serve the search (from a time on) and the newest first, without a sort.
transferSchema.index({ fromId: 1, at: 1, seq: 1 });
transferSchema.index({ toId: 1, at: 1, seq: 1 });
transferSchema.index({ seq: 1 }, { unique: true });

export function transferModel(connection: Connection): Model<TransferRecord> {
  return connection.model<TransferRecord>('Transfer', transferSchema as unknown as Schema<TransferRecord>);
}
