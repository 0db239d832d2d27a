import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

/** `WAITING`, `APPROVED` and `EXPIRED` are of uploads that a second person decides; the others of all. */
export const uploadStates = [
  'RECEIVING',
  'CHECKING',
  'WAITING',
  'APPROVED',
  'DONE',
  'REJECTED',
  'FAILED',
  'CUT_OFF',
  'EXPIRED',
] as const;

export type UploadState = (typeof uploadStates)[number];

const fileSchema = new Schema(
  {
    /** Without folders. */
    name: { type: String, required: true },
    bytes: { type: Number, required: true },
    /** SHA-256 in hexadecimal. */
    sha256: { type: String, required: true },
  },
  { _id: false },
);

const progressSchema = new Schema(
  { text: { type: String, required: true }, done: { type: Number }, of: { type: Number } },
  { _id: false },
);

const decisionSchema = new Schema(
  {
    by: { type: String, required: true },
    issuer: { type: String, required: true },
    at: { type: Date, required: true },
    approved: { type: Boolean, required: true },
    reason: { type: String, default: null },
  },
  { _id: false },
);

const uploadDefinition = {
  /** A UUID. */
  _id: { type: String, required: true },
  state: { type: String, enum: uploadStates, required: true },
  /** The subject of who uploads it, unique within the issuer. */
  maker: { type: String, required: true },
  makerIssuer: { type: String, required: true },
  startedAt: { type: Date, required: true },
  /** The time at which a part of it came, its check was last seen to run, or its state changed. */
  touchedAt: { type: Date, required: true },
  /** The terms by which it is read, as the subgraph defines them: JSON. */
  terms: { type: String, required: true },
  files: { type: [fileSchema], required: true },
  progress: { type: progressSchema, default: null },
  /** The findings: JSON. Null until it was read. */
  report: { type: String, default: null },
  /** SHA-256 of the terms, the files and the report, in hexadecimal: a decision names it. */
  digest: { type: String, default: null },
  /** The reason of the failure. */
  problem: { type: String, default: null },
  decision: { type: decisionSchema, default: null },
} as const satisfies SchemaDefinition;

/** An upload of files, from its first part on. It is never deleted: it is the record of who uploaded and who decided. */
export type UploadRecord = InferRawDocType<typeof uploadDefinition>;
export type UploadFile = UploadRecord['files'][number];
export type UploadDecision = NonNullable<UploadRecord['decision']>;

const uploadSchema = new Schema<UploadRecord>(uploadDefinition, { collection: 'uploads', versionKey: false });
uploadSchema.index({ startedAt: -1, _id: -1 });
uploadSchema.index({ state: 1, startedAt: 1 });

const partDefinition = {
  /** `<upload> <file> <index, 6 digits>` */
  _id: { type: String, required: true },
  upload: { type: String, required: true },
  file: { type: String, required: true },
  index: { type: Number, required: true },
  bytes: { type: Buffer, required: true },
} as const satisfies SchemaDefinition;

/** A part of a file, in the order in which it came. Deleted when nothing more is read of its upload. */
export type UploadPartRecord = InferRawDocType<typeof partDefinition>;

const partSchema = new Schema<UploadPartRecord>(partDefinition, {
  collection: 'upload_parts',
  versionKey: false,
});
partSchema.index({ upload: 1, file: 1, index: 1 });

const slotDefinition = {
  /** `slot`: there is one. */
  _id: { type: String, required: true },
  upload: { type: String, required: true },
} as const satisfies SchemaDefinition;

/** The upload that is under way: to insert this document is to take the turn. */
export type UploadSlotRecord = InferRawDocType<typeof slotDefinition>;

const slotSchema = new Schema<UploadSlotRecord>(slotDefinition, {
  collection: 'upload_slots',
  versionKey: false,
});

export interface UploadRecords {
  readonly uploads: Model<UploadRecord>;
  readonly uploadParts: Model<UploadPartRecord>;
  readonly uploadSlots: Model<UploadSlotRecord>;
}

export const uploadRecords = (connection: Connection): UploadRecords => ({
  uploads: connection.model<UploadRecord>('Upload', uploadSchema),
  uploadParts: connection.model<UploadPartRecord>('UploadPart', partSchema),
  uploadSlots: connection.model<UploadSlotRecord>('UploadSlot', slotSchema),
});
