import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const projectionCursorDefinition = {
  /** The view's name. */
  _id: { type: String, required: true },
  /** Every event up to this one is in the view. Rows may reflect more. */
  sequence: { type: Number, required: true },
  /**
   * The hash of that event: another in its place is another ledger. Absent: an older version wrote the
   * cursor.
   */
  hash: { type: String, required: false },
  /** Of the code that made the view. */
  version: { type: Number, required: true },
} as const satisfies SchemaDefinition;

export type ProjectionCursorRecord = InferRawDocType<typeof projectionCursorDefinition>;

const projectionCursorSchema = new Schema<ProjectionCursorRecord>(projectionCursorDefinition, {
  collection: 'view_cursors',
  versionKey: false,
});

export function projectionCursorModel(connection: Connection): Model<ProjectionCursorRecord> {
  return connection.model<ProjectionCursorRecord>('ViewCursor', projectionCursorSchema);
}
