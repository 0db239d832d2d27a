import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

/** SWAP: into another asset of the same chain. BRIDGE: to another chain. */
export const crossingKinds = ['SWAP', 'BRIDGE'] as const;
export type CrossingKind = (typeof crossingKinds)[number];

/**
 * A source's fact that funds went on from one movement with another, of another asset or on another chain. A
 * movement is a transfer, or an output of a UTXO transaction. Its seq is from the range of transfers
 * (transfer.record.ts): records published up to a seq are transfers and crossings.
 */
const crossingDefinition = {
  /** `<in> <out>`, each `<chain>:<tx>:<index>`: recorded once, whoever repeats it. */
  _id: { type: String, required: true },
  seq: { type: Number, required: true },
  kind: { type: String, enum: crossingKinds, required: true },
  /** The movement after which funds crossed. */
  inId: { type: String, required: true },
  inSeq: { type: Number, required: true },
  /** The movement with which they went on. */
  outId: { type: String, required: true },
  outSeq: { type: Number, required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

export type CrossingRecord = InferRawDocType<typeof crossingDefinition>;

/** Shard key, where one machine is not enough: `_id`, hashed. */
const crossingSchema = new Schema<CrossingRecord>(crossingDefinition, {
  collection: 'crossings',
  versionKey: false,
});
crossingSchema.index({ outSeq: 1, inSeq: 1 });
crossingSchema.index({ seq: 1 }, { unique: true });

export function crossingModel(connection: Connection): Model<CrossingRecord> {
  return connection.model<CrossingRecord>('Crossing', crossingSchema);
}
