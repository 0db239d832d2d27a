import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { leaseFields } from '../../../shared/mongo/lease';

const counterDefinition = {
  /** The counted records: `transfers`, and UTXO transactions and crossings with them. */
  _id: { type: String, required: true },
  /** The last number that was given out. */
  last: { type: Number, required: true },
  /** The last number that counts for readers; what lies between it and `last` is being written, or was cut off. */
  published: { type: Number },
  /** The number of in-place changes to published facts: a case's new edition corrects its own. */
  corrections: { type: Number },
  /** Facts are being changed in place, or the process that did was cut off. */
  correcting: { type: Boolean },
  ...leaseFields,
} as const satisfies SchemaDefinition;

export type CounterRecord = InferRawDocType<typeof counterDefinition>;

const counterSchema = new Schema<CounterRecord>(counterDefinition, {
  collection: 'counters',
  versionKey: false,
});

export function counterModel(connection: Connection): Model<CounterRecord> {
  return connection.model<CounterRecord>('Counter', counterSchema);
}
