import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { actorKinds } from '../vocabulary/actorKinds';

/** PENDING: not screened as it is now. PROBLEM: screened by less than all that is known of it. */
export const screeningStates = ['PENDING', 'SCREENED', 'PROBLEM'] as const;

export type ScreeningState = (typeof screeningStates)[number];

const customerDefinition = {
  /** `operator:<own id>`, or `venue.<venue>:<own id>`. */
  _id: { type: String, required: true },
  /** Whose customer it is: null for the operator's own. */
  tenant: { type: String, default: null },
  ownId: { type: String, required: true },
  kind: { type: String, enum: actorKinds, required: true },
  name: { type: String, required: true },
  aliases: { type: [String], required: true },
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  birthDate: { type: String, default: null },
  /** ISO 3166-1 alpha-2. */
  nationality: { type: String, default: null },
  identifiers: { type: [String], required: true },
  /** SHA-256 of the facts above, base64url: what screening and decisions rest on. */
  digest: { type: String, required: true },
  /** 1, 2, 3, …: grows with each change of the facts. */
  revision: { type: Number, required: true },
  recordedAt: { type: Date, required: true },
  changedAt: { type: Date, required: true },
  /** The subject of the token, or `import:<file>`. */
  changedBy: { type: String, required: true },
  state: { type: String, enum: screeningStates, required: true },
  /** What keeps some of it from being screened; null without a problem. */
  problem: { type: String, default: null },
  screenedAt: { type: Date, default: null },
  /** The list state that all of it was last screened against: `sequence` of the screening state; 0: none. */
  sequence: { type: Number, required: true },
} as const satisfies SchemaDefinition;

/** A party that is watched against the lists. Shard key, where one machine is not enough: `_id`. */
export type CustomerRecord = InferRawDocType<typeof customerDefinition>;

/** The facts that a customer is screened by. */
export type CustomerFacts = Pick<
  CustomerRecord,
  'kind' | 'name' | 'aliases' | 'birthDate' | 'nationality' | 'identifiers'
>;

const customerSchema = new Schema<CustomerRecord>(customerDefinition, {
  collection: 'customers',
  versionKey: false,
});
customerSchema.index({ tenant: 1, _id: 1 });
customerSchema.index({ state: 1, _id: 1 });

export function customerModel(connection: Connection): Model<CustomerRecord> {
  return connection.model<CustomerRecord>('Customer', customerSchema);
}
