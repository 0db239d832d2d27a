import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { statedTimeSchema } from '../stated/statedTime.record';
import { modalities } from './modalities';

/** Where in a text a claim stands, in characters (UTF-16 code units, as JavaScript counts them). */
const placeSchema = new Schema(
  {
    /** SHA-256 of the text's bytes in UTF-8, hex: which text the offset counts in. */
    textSha256: { type: String, required: true },
    offset: { type: Number, required: true },
    length: { type: Number, required: true },
  },
  { _id: false },
);

const claimDefinition = {
  _id: { type: String, required: true },
  /** What the source says, in our words. */
  statement: { type: String, required: true },
  /** The source's own words, once its text was given and they were found at their place. */
  quote: { type: String, default: null },
  place: { type: placeSchema, required: true },
  /** Whether the text is published: what may be shown to who may see published claims only. */
  published: { type: Boolean, required: true },
  modality: { type: String, enum: modalities, required: true },
  subject: { type: String, required: true },
  predicate: { type: String, required: true },
  object: { type: String, default: null },
  value: { type: String, default: null },
  unit: { type: String, default: null },
  time: { type: statedTimeSchema, default: null },
  /** Ids of actors, incidents and accounts. */
  about: { type: [String], required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

export type ClaimRecord = InferRawDocType<typeof claimDefinition>;

const claimSchema = new Schema(claimDefinition, { collection: 'claims', versionKey: false });
claimSchema.index({ about: 1, _id: 1 });

export function claimModel(connection: Connection): Model<ClaimRecord> {
  return connection.model<ClaimRecord>('Claim', claimSchema as unknown as Schema<ClaimRecord>);
}
