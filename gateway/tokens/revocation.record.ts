import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { revocationKinds } from './revocationKinds';

const revocationDefinition = {
  _id: { type: String, required: true },
  kind: { type: String, required: true, enum: revocationKinds },
  value: { type: String, required: true },
  /** The `iss` that it is confined to; null for every issuer. */
  issuer: { type: String, default: null },
  /** Of a client or subject: tokens that were issued up to this instant are revoked. */
  before: { type: Date, required: true },
  /** The time of recording, by the clock of the store. */
  at: { type: Date, required: true },
} as const satisfies SchemaDefinition;

export type RevocationRecord = InferRawDocType<typeof revocationDefinition>;

const revocationSchema = new Schema(revocationDefinition, { collection: 'revocations', versionKey: false });
revocationSchema.index({ at: 1 });

/** The revocations of a deployment. None is removed. */
export function revocationModel(connection: Connection): Model<RevocationRecord> {
  return connection.model<RevocationRecord>('Revocation', revocationSchema);
}
