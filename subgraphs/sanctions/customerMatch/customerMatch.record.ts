import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import type { ExplainedMatch } from '../screening/engine/explainMatch';

const customerMatchDefinition = {
  /** The digest of the customer, the list and the entry. */
  _id: { type: String, required: true },
  customerId: { type: String, required: true },
  /** Whose customer it is: null for the operator's own. */
  tenant: { type: String, default: null },
  list: { type: String, required: true },
  entry: { type: String, required: true },
  actorId: { type: String, required: true },
  /** False where the customer no longer is near the entry, or the entry is no longer listed. */
  isPresent: { type: Boolean, required: true },
  /** 0 to 10,000: the score in ten-thousandths. */
  score: { type: Number, required: true },
  /** The words, points and names of the match, as they were when it was scored. */
  evidence: { type: Schema.Types.Mixed, required: true },
  /** The digest of the entry's content that was scored. */
  entryDigest: { type: String, required: true },
  /** The digest of the customer's facts that were scored. */
  customerDigest: { type: String, required: true },
  /** The list version in which it was scored. */
  version: { type: String, required: true },
  /** The list state in which it was scored. */
  sequence: { type: Number, required: true },
  /** The number of its alerts: of two that are made of the same change, one is stored. */
  alerts: { type: Number, required: true },
  /** The event of the last decision that no longer holds, as what it rests on changed; 0 where there is none. */
  reopened: { type: Number, default: 0 },
  /** Since when it is present, or no longer is. */
  since: { type: Date, required: true },
} as const satisfies SchemaDefinition;

/** That a customer may be an entry of a list. Shard key, where one machine is not enough: `customerId`. */
export type CustomerMatchRecord = Omit<InferRawDocType<typeof customerMatchDefinition>, 'evidence'> & {
  readonly evidence: ExplainedMatch;
};

const customerMatchSchema = new Schema<CustomerMatchRecord>(customerMatchDefinition, {
  collection: 'customer_matches',
  versionKey: false,
});
customerMatchSchema.index({ customerId: 1, isPresent: 1 });
customerMatchSchema.index({ isPresent: 1, _id: 1 });
customerMatchSchema.index({ list: 1, entry: 1 });

export function customerMatchModel(connection: Connection): Model<CustomerMatchRecord> {
  return connection.model<CustomerMatchRecord>('CustomerMatch', customerMatchSchema);
}
