import { quarantineReasons } from '../../../shared/rows/importLogRow';
import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

export const importKinds = ['TRANSFERS', 'CROSSINGS', 'DEPOSITS', 'TAGPACKS'] as const;

const lineDefinition = {
  /** Counted from 1. */
  line: { type: Number, required: true },
  /** The reason why it was not stored. */
  problem: { type: String, required: true },
  /** Null in rows kept before there were reasons. */
  reason: { type: String, enum: quarantineReasons, default: null },
} as const satisfies SchemaDefinition;

const importDefinition = {
  /** A UUID. */
  _id: { type: String, required: true },
  kind: { type: String, enum: importKinds, required: true },
  /** The name of the file, without its folders. */
  file: { type: String, required: true },
  /** SHA-256 of the file, in hexadecimal. Null of a folder, and while an import has not ended. */
  digest: { type: String, default: null },
  startedAt: { type: Date, required: true },
  /** Null where it has not ended, or was cut off. */
  endedAt: { type: Date, default: null },
  read: { type: Number, required: true },
  stored: { type: Number, required: true },
  duplicates: { type: Number, required: true },
  quarantined: { type: Number, required: true },
} as const satisfies SchemaDefinition;

/** An import of a file: what became of its rows. Shard key, where one machine is not enough: `_id`. */
export type ImportRecord = InferRawDocType<typeof importDefinition>;

const importSchema = new Schema<ImportRecord>(importDefinition, { collection: 'imports', versionKey: false });
importSchema.index({ startedAt: -1, _id: -1 });

export function importModel(connection: Connection): Model<ImportRecord> {
  return connection.model<ImportRecord>('Import', importSchema);
}

const quarantinedRowDefinition = {
  /** `<import> <line>`, or `<import> <number>` where it was of several files. */
  _id: { type: String, required: true },
  importId: { type: String, required: true },
  /** Of an import of several files: which, by its path in the folder that was imported. */
  file: { type: String, default: null },
  ...lineDefinition,
  /** The text of the row, where it is kept. */
  text: { type: String, default: null },
} as const satisfies SchemaDefinition;

/** A line of a file that was not stored. Shard key, where one machine is not enough: `importId`. */
export type QuarantinedRowRecord = InferRawDocType<typeof quarantinedRowDefinition>;

const quarantinedRowSchema = new Schema<QuarantinedRowRecord>(quarantinedRowDefinition, {
  collection: 'quarantined_rows',
  versionKey: false,
});
quarantinedRowSchema.index({ importId: 1, line: 1, _id: 1 });

export function quarantinedRowModel(connection: Connection): Model<QuarantinedRowRecord> {
  return connection.model<QuarantinedRowRecord>('QuarantinedRow', quarantinedRowSchema);
}
