import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const contradictionDefinition = {
  _id: { type: String, required: true },
  topic: { type: String, required: true },
  /** In the order in which they are set against each other. */
  claimIds: { type: [String], required: true },
  /** The statement of a primary source, in our words. */
  primary: { type: String, default: null },
  /** The claims that the primary source supports. */
  supportedIds: { type: [String], required: true },
  /** The statements of further sources. */
  others: { type: String, default: null },
  /** The conclusion, in our words. */
  explanation: { type: String, default: null },
} as const satisfies SchemaDefinition;

export type ContradictionRecord = InferRawDocType<typeof contradictionDefinition>;

const contradictionSchema = new Schema<ContradictionRecord>(contradictionDefinition, {
  collection: 'contradictions',
  versionKey: false,
});
export function contradictionModel(connection: Connection): Model<ContradictionRecord> {
  return connection.model<ContradictionRecord>('Contradiction', contradictionSchema);
}
