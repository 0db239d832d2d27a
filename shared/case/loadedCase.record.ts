import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const loadedCaseDefinition = {
  /** The case's name. */
  _id: { type: String, required: true },
  /** The edition that is wholly in this database; null where none is yet. */
  digest: { type: String, default: null },
  /** The number of records of each kind in that edition; null in editions loaded before this was kept. */
  records: { type: Schema.Types.Mixed, default: null },
  loadedAt: { type: Date, default: null },
  /** An edition is being stored, or its storing was cut off: what is here of the case may be a mixture. */
  loading: { type: Boolean, required: true },
} as const satisfies SchemaDefinition;

export type LoadedCaseRecord = Omit<InferRawDocType<typeof loadedCaseDefinition>, 'records'> & {
  readonly records?: Readonly<Record<string, number>> | null;
};

const loadedCaseSchema = new Schema<LoadedCaseRecord>(loadedCaseDefinition, {
  collection: 'loaded_cases',
  versionKey: false,
});

export function loadedCaseModel(connection: Connection): Model<LoadedCaseRecord> {
  return connection.model<LoadedCaseRecord>('LoadedCase', loadedCaseSchema);
}
