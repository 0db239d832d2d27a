import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { projectionFields } from '../projection/projectionFields.record';
import { endReasons, measureKinds } from '../vocabulary/measureKinds';

/**
 * The version of a measure that was known from one event on. Status at an earlier `knownAt` is derived from
 * the last version that was known then. Oldest first; the fields of the measure itself are those of the
 * newest.
 */
const versionSchema = new Schema(
  {
    /** The event. */
    sequence: { type: Number, required: true },
    knownFrom: { type: Date, required: true },
    kind: { type: String, enum: measureKinds, required: true },
    from: { type: Date, required: true },
    to: { type: Date, default: null },
    endReason: { type: String, enum: [...endReasons, null], default: null },
    checker: { type: String, default: null },
    retracted: { type: Boolean, required: true },
  },
  { _id: false },
);

const measureDefinition = {
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  /** The accounts that it was recorded on before corrections; absent: none. */
  formerAccountIds: { type: [String], default: undefined, required: false },
  /** The account's venue: what keeps a tenant to its own. */
  venueId: { type: String, required: true },
  kind: { type: String, enum: measureKinds, required: true },
  /** In force from this instant on, and until the one before `to`. Null `to`: no end is known. */
  from: { type: Date, required: true },
  to: { type: Date, default: null },
  endReason: { type: String, enum: [...endReasons, null], default: null },
  /** The agreed end, which no change of its bases prolongs; null: none; absent: not recorded. */
  agreedEnd: { type: Date, required: false },
  /** The assets (CAIP-19) that it is on; null: the account whole. */
  assets: { type: [String], default: null },
  /** The legal processes that it rests on. */
  processIds: { type: [String], required: true },
  /** The claims that a flag rests on. */
  claimIds: { type: [String], required: true },
  /** The legal processes that its end rests on: a licence, a release. */
  endProcessIds: { type: [String], required: true },
  reason: { type: String, required: true },
  maker: { type: String, default: null },
  /**
   * The issuer of the maker's token; absent: made by a case, or before it was recorded. So is the checker's.
   */
  makerIssuer: { type: String, required: false },
  checker: { type: String, default: null },
  checkerIssuer: { type: String, required: false },
  /** Taken by one person in an emergency; with a checker it is confirmed. */
  emergency: { type: Boolean, required: true },
  /**
   * True where somebody else did it and the operator only saw it: it has no maker, checker or process here.
   */
  observed: { type: Boolean, required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
  versions: { type: [versionSchema], required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type MeasureRecord = InferRawDocType<typeof measureDefinition>;

/** Sharded by `venueId`, as accounts are: what is asked together is together. */
const measureSchema = new Schema<MeasureRecord>(measureDefinition, {
  collection: 'measures',
  versionKey: false,
});
measureSchema.index({ accountId: 1, from: 1 });
measureSchema.index({ kind: 1, to: 1 });
measureSchema.index({ formerAccountIds: 1 }, { sparse: true });
measureSchema.index({ processIds: 1 });
measureSchema.index({ endProcessIds: 1 });
measureSchema.index({ venueId: 1, kind: 1, to: 1 });

export function measureModel(connection: Connection): Model<MeasureRecord> {
  return connection.model<MeasureRecord>('Measure', measureSchema);
}
