import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const counterDefinition = {
  /** What is counted. */
  _id: { type: String, required: true },
  /** The last number that was given out. */
  last: { type: Number, required: true },
} as const satisfies SchemaDefinition;

export type CounterRecord = InferRawDocType<typeof counterDefinition>;

const counterSchema = new Schema(counterDefinition, { collection: 'counters', versionKey: false });

export function counterModel(connection: Connection): Model<CounterRecord> {
  return connection.model<CounterRecord>('Counter', counterSchema as unknown as Schema<CounterRecord>);
}
