import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const counterDefinition = {
  /** What is counted: `transfers`, and UTXO transactions and crossings with them. */
  _id: { type: String, required: true },
  /** The last number that was given out. */
  last: { type: Number, required: true },
  /** The last number that counts for readers; what lies between it and `last` is being written, or was cut off. */
  published: { type: Number },
  /** How often facts of what was published were changed in place: a case's new edition corrects its own. */
  corrections: { type: Number },
  /** Facts are being changed in place, or the process that did was cut off. */
  correcting: { type: Boolean },
  /** The holder of the lease; null where nobody holds it. */
  holder: { type: String, default: null },
  /** The machine and the process of the holder, and when its lease runs out. */
  host: { type: String },
  pid: { type: Number },
  until: { type: Date },
} as const satisfies SchemaDefinition;

export type CounterRecord = InferRawDocType<typeof counterDefinition>;

const counterSchema = new Schema<CounterRecord>(counterDefinition, {
  collection: 'counters',
  versionKey: false,
});

export function counterModel(connection: Connection): Model<CounterRecord> {
  return connection.model<CounterRecord>('Counter', counterSchema);
}
