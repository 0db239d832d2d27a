import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { leaseFields } from '../../../shared/mongo/lease';

const versionSchema = new Schema(
  { list: { type: String, required: true }, version: { type: String, required: true } },
  { _id: false },
);

const partSchema = new Schema(
  {
    list: { type: String, required: true },
    bucket: { type: String, required: true },
    id: { type: String, required: true },
  },
  { _id: false },
);

const listStateFields = {
  /** 1, 2, 3, …: the states of the lists that customers were screened against. */
  sequence: { type: Number, required: true },
  /** The digest of all entries. */
  digest: { type: String, required: true },
  versions: { type: [versionSchema], required: true },
  /** Its entries, in parts that states share (`screened_parts`). */
  parts: { type: [partSchema], required: true },
  /** The edition of the rules, and of the counts of words, that scores rest on. */
  rules: { type: Number, required: true },
  wordsOf: { type: Number, required: true },
} as const;

export const jobKinds = ['FULL', 'DELTA'] as const;

const jobSchema = new Schema(
  {
    kind: { type: String, enum: jobKinds, required: true },
    ...listStateFields,
    startedAt: { type: Date, required: true },
    /** The last customer that was screened; null before the first. */
    after: { type: String, default: null },
    /** The customers that were gone through, and those of them that came near an entry. */
    customers: { type: Number, required: true },
    scored: { type: Number, required: true },
    alerts: { type: Number, required: true },
  },
  { _id: false },
);

const screeningStateDefinition = {
  /** `customers`: there is one. */
  _id: { type: String, required: true },
  ...leaseFields,
  /** The state that all screened customers are screened against; null before the first full run. */
  done: { type: new Schema(listStateFields, { _id: false }), default: null },
  /** The run that takes them to the next state, and how far it is. */
  job: { type: jobSchema, default: null },
} as const satisfies SchemaDefinition;

/** A state of the lists that customers are screened against. */
export interface ListState {
  readonly sequence: number;
  readonly digest: string;
  readonly versions: readonly { readonly list: string; readonly version: string }[];
  readonly parts: readonly { readonly list: string; readonly bucket: string; readonly id: string }[];
  readonly rules: number;
  readonly wordsOf: number;
}

export interface ScreeningJob extends ListState {
  readonly kind: (typeof jobKinds)[number];
  readonly startedAt: Date;
  readonly after: string | null;
  readonly customers: number;
  readonly scored: number;
  readonly alerts: number;
}

/** How far the customers are screened. */
export interface ScreeningStateRecord extends Omit<
  InferRawDocType<typeof screeningStateDefinition>,
  'done' | 'job'
> {
  readonly done: ListState | null;
  readonly job: ScreeningJob | null;
}

export function screeningStateModel(connection: Connection): Model<ScreeningStateRecord> {
  const schema = new Schema<ScreeningStateRecord>(screeningStateDefinition, {
    collection: 'customer_screening',
    versionKey: false,
  });
  return connection.model<ScreeningStateRecord>('CustomerScreening', schema);
}

const screenedPartDefinition = {
  /** The digest of the members. */
  _id: { type: String, required: true },
  /** `entry digest` a line, sorted. */
  members: { type: String, required: true },
} as const satisfies SchemaDefinition;

/** Part of a state of the lists. Written once, never changed. */
export type ScreenedPartRecord = InferRawDocType<typeof screenedPartDefinition>;

export function screenedPartModel(connection: Connection): Model<ScreenedPartRecord> {
  const schema = new Schema<ScreenedPartRecord>(screenedPartDefinition, {
    collection: 'screened_parts',
    versionKey: false,
  });
  return connection.model<ScreenedPartRecord>('ScreenedPart', schema);
}

const changedEntryDefinition = {
  /** `<sequence of the job>:<number>` */
  _id: { type: String, required: true },
  sequence: { type: Number, required: true },
  list: { type: String, required: true },
  entry: { type: String, required: true },
  digestBefore: { type: String, default: null },
  digest: { type: String, default: null },
  /** Canonical JSON of the entry; null where it is no longer listed. */
  content: { type: String, default: null },
} as const satisfies SchemaDefinition;

/** An entry that a run screens customers against: kept while it goes on, whatever becomes of the lists meanwhile. */
export type ChangedEntryRecord = InferRawDocType<typeof changedEntryDefinition>;

export function changedEntryModel(connection: Connection): Model<ChangedEntryRecord> {
  const schema = new Schema<ChangedEntryRecord>(changedEntryDefinition, {
    collection: 'screening_changed_entries',
    versionKey: false,
  });
  schema.index({ sequence: 1, _id: 1 });
  return connection.model<ChangedEntryRecord>('ScreeningChangedEntry', schema);
}

const countedWordsDefinition = {
  /** `<edition>:<style>:<number>` */
  _id: { type: String, required: true },
  edition: { type: Number, required: true },
  style: { type: String, enum: ['PERSON', 'ORGANISATION'], required: true },
  /** The number of names of the style. */
  names: { type: Number, required: true },
  /** `<count>\t<word>` */
  words: { type: [String], required: true },
} as const satisfies SchemaDefinition;

/** How many listed names had each word when all customers were last screened anew: scores rest on it until then. */
export type CountedWordsRecord = InferRawDocType<typeof countedWordsDefinition>;

export function countedWordsModel(connection: Connection): Model<CountedWordsRecord> {
  const schema = new Schema<CountedWordsRecord>(countedWordsDefinition, {
    collection: 'screening_word_counts',
    versionKey: false,
  });
  schema.index({ edition: 1, _id: 1 });
  return connection.model<CountedWordsRecord>('ScreeningWordCounts', schema);
}

const screeningRunDefinition = {
  /** `<sequence>`, with twelve digits. */
  _id: { type: String, required: true },
  kind: { type: String, enum: jobKinds, required: true },
  versions: { type: [versionSchema], required: true },
  startedAt: { type: Date, required: true },
  endedAt: { type: Date, required: true },
  customers: { type: Number, required: true },
  scored: { type: Number, required: true },
  alerts: { type: Number, required: true },
} as const satisfies SchemaDefinition;

/** A run that came to its end: kept for the record. */
export type ScreeningRunRecord = InferRawDocType<typeof screeningRunDefinition>;

export function screeningRunModel(connection: Connection): Model<ScreeningRunRecord> {
  const schema = new Schema<ScreeningRunRecord>(screeningRunDefinition, {
    collection: 'screening_runs',
    versionKey: false,
  });
  return connection.model<ScreeningRunRecord>('ScreeningRun', schema);
}
