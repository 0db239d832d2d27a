import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { rowKinds } from './listReading';

const chunkOfVersion = new Schema(
  { bucket: { type: String, required: true }, id: { type: String, required: true } },
  { _id: false },
);

const rowCountSchema = new Schema(
  {
    kind: { type: String, enum: rowKinds, required: true },
    rows: { type: Number, required: true },
    facts: { type: Number, required: true },
    empty: { type: Number, required: true },
    quarantined: { type: Number, required: true },
  },
  { _id: false },
);

const listVersionDefinition = {
  /** `<list>@<version>` */
  _id: { type: String, required: true },
  list: { type: String, required: true },
  /** The day of publication names the version, YYYY-MM-DD. */
  version: { type: String, required: true },
  publishedOn: { type: String, default: null },
  importedAt: { type: Date, required: true },
  /** Of all that it holds: the edition. */
  digest: { type: String, required: true },
  /** What it holds, in parts that versions share. */
  chunks: { type: [chunkOfVersion], required: true },
  entries: { type: Number, required: true },
  aliases: { type: Number, required: true },
  addresses: { type: Number, required: true },
  wallets: { type: Number, required: true },
  relationships: { type: Number, required: true },
  relationshipsToOtherLists: { type: Number, required: true },
  unresolvedRelationships: { type: Number, required: true },
  /** The reconciliation: for each kind, rows = facts + empty + quarantined. */
  rows: { type: [rowCountSchema], required: true },
  quarantined: { type: Number, required: true },
  /** The files that the import went without. */
  absent: { type: [String], required: true },
} as const satisfies SchemaDefinition;

/** A version of a list. Nothing of it is seen until this document is there: to insert it is the commit. */
export type ListVersionRecord = InferRawDocType<typeof listVersionDefinition>;

const listVersionSchema = new Schema(listVersionDefinition, {
  collection: 'list_versions',
  versionKey: false,
});
listVersionSchema.index({ list: 1, version: 1 }, { unique: true });

export function listVersionModel(connection: Connection): Model<ListVersionRecord> {
  return connection.model<ListVersionRecord>(
    'ListVersion',
    listVersionSchema as unknown as Schema<ListVersionRecord>,
  );
}
