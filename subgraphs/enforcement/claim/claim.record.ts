import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { approximateTimeSchema } from '../approximateTime/approximateTime.record';
import { modalities } from '../vocabulary/modalities';
import { valueLinkKinds } from '../vocabulary/valueLinkKinds';

/**
 * The position of a claim in a text, in characters: Unicode code points, neither bytes nor UTF-16 code units.
 * The W3C's Web Annotation Data Model counts them so (text position selector).
 */
const placeSchema = new Schema(
  {
    /** SHA-256 of the text's bytes in UTF-8, hex: which text the offset counts in. */
    textSha256: { type: String, required: true },
    offset: { type: Number, required: true },
    length: { type: Number, required: true },
  },
  { _id: false },
);

/** The relation of a claim's value to the values of other claims, on which arithmetic can be checked. */
const valueLinkSchema = new Schema(
  {
    kind: { type: String, enum: valueLinkKinds, required: true },
    /** The whole that it is a part or a share of; the parts that it is the sum of. */
    claimIds: { type: [String], required: true },
    /** For SHARE_OF: the share in per cent, decimal. */
    percent: { type: String, default: null },
  },
  { _id: false },
);

/** That the claim puts a number on what a country lost. */
const lossEstimateSchema = new Schema(
  {
    /** ISO 3166-1 alpha-2; null: the whole world. */
    country: { type: String, default: null },
    value: { type: String, required: true },
    unit: { type: String, default: null },
    /** The author of the estimate, such as Elliptic; null where the source does not name one. */
    by: { type: String, default: null },
  },
  { _id: false },
);

const claimDefinition = {
  _id: { type: String, required: true },
  /** The source's statement, in our words. */
  statement: { type: String, required: true },
  /**
   * Its position in the text. The words there are a quotation (quotation.record.ts), once the text was given.
   */
  place: { type: placeSchema, required: true },
  /**
   * True where the text is published: the claim may be shown to callers who may see only published claims.
   */
  published: { type: Boolean, required: true },
  modality: { type: String, enum: modalities, required: true },
  subject: { type: String, required: true },
  predicate: { type: String, required: true },
  object: { type: String, default: null },
  value: { type: String, default: null },
  unit: { type: String, default: null },
  time: { type: approximateTimeSchema, default: null },
  /** A remark of the reader of the source. */
  note: { type: String, default: null },
  valueLink: { type: valueLinkSchema, default: null },
  lossEstimates: { type: [lossEstimateSchema], required: true },
  /**
   * True where the text is a primary source for the claim: the authority's own words, not a report of them.
   */
  primary: { type: Boolean, required: true },
  /**
   * Subject and predicate, folded: claims that may contradict each other have the same (topicKey.rules.ts).
   */
  topicKey: { type: String, required: true },
  /** The claim of a case, loaded later, that is this very one: it is shown, and this is not. */
  coveredBy: { type: String, default: null },
  /** Ids of actors, incidents and accounts. */
  about: { type: [String], required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

export type ClaimRecord = InferRawDocType<typeof claimDefinition>;

export type ValueLink = Omit<NonNullable<ClaimRecord['valueLink']>, '_id'>;
export type LossEstimate = Omit<ClaimRecord['lossEstimates'][number], '_id'>;

const claimSchema = new Schema<ClaimRecord>(claimDefinition, { collection: 'claims', versionKey: false });
claimSchema.index({ about: 1, _id: 1 });
claimSchema.index({ topicKey: 1 });
claimSchema.index({ 'place.textSha256': 1, 'place.offset': 1 });
claimSchema.index({ 'lossEstimates.country': 1, _id: 1 });

export function claimModel(connection: Connection): Model<ClaimRecord> {
  return connection.model<ClaimRecord>('Claim', claimSchema);
}
