import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { type FactCounts, factKinds } from './countFacts.rules';
import { type ReadingDifference, rowKinds } from './listReading';

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

const factCountsSchema = new Schema(
  Object.fromEntries(factKinds.map((kind) => [kind, { type: Number, required: true }])),
  { _id: false },
);

const acceptedLossSchema = new Schema(
  {
    kinds: { type: [String], required: true },
    losses: { type: [String], required: true },
    reason: { type: String, required: true },
  },
  { _id: false },
);

const differenceSchema = new Schema(
  {
    kind: { type: String, required: true },
    file: { type: String, required: true },
    count: { type: Number, required: true },
    entries: { type: [String], required: true },
  },
  { _id: false },
);

/** The losses of a version against the one before it, and the reason for publishing it all the same. */
export interface AcceptedLoss {
  /** As `--accept-loss` names them. */
  readonly kinds: readonly string[];
  readonly losses: readonly string[];
  readonly reason: string;
}

export const listVersionDefinition = {
  /** `<list>@<version>` */
  _id: { type: String, required: true },
  list: { type: String, required: true },
  /** The day of publication names the version, YYYY-MM-DD. */
  version: { type: String, required: true },
  publishedOn: { type: String, default: null },
  importedAt: { type: Date, required: true },
  /** Of all that it holds: the edition. */
  digest: { type: String, required: true },
  /** Its contents, in parts that versions share. */
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
  /** The version is named by the day of its import: nothing says when it was published. */
  dateAssumed: { type: Boolean, default: false },
  facts: { type: factCountsSchema, default: undefined },
  orphans: { type: Number, default: undefined },
  sourceFiles: { type: [String], default: undefined },
  endMarks: { type: [String], default: undefined },
  warnings: { type: [String], default: undefined },
  differences: { type: [differenceSchema], default: undefined },
  acceptedLosses: { type: [acceptedLossSchema], default: undefined },
} as const satisfies SchemaDefinition;

/** Fields that editions of an older Cordon lack. */
interface LaterFields {
  readonly dateAssumed?: boolean;
  /** The facts with which the version after it is compared. */
  readonly facts?: FactCounts;
  readonly orphans?: number;
  readonly sourceFiles?: readonly string[];
  readonly endMarks?: readonly string[];
  readonly warnings?: readonly string[];
  readonly differences?: readonly ReadingDifference[];
  readonly acceptedLosses?: readonly AcceptedLoss[];
}

/** A version of a list. Nothing of it is seen until this document is there: to insert it is the commit. */
export type ListVersionRecord = Omit<InferRawDocType<typeof listVersionDefinition>, keyof LaterFields> &
  LaterFields;

const listVersionSchema = new Schema<ListVersionRecord>(listVersionDefinition, {
  collection: 'list_versions',
  versionKey: false,
});
listVersionSchema.index({ list: 1, version: 1 }, { unique: true });

export function listVersionModel(connection: Connection): Model<ListVersionRecord> {
  return connection.model<ListVersionRecord>('ListVersion', listVersionSchema);
}
