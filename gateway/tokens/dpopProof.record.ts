import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const dpopProofDefinition = {
  /** The digest of the key's thumbprint and the proof's `jti`. */
  _id: { type: String, required: true },
  /** The store removes it after this instant: the proof is too old to be accepted then. */
  until: { type: Date, required: true },
} as const satisfies SchemaDefinition;

export type DpopProofRecord = InferRawDocType<typeof dpopProofDefinition>;

const dpopProofSchema = new Schema(dpopProofDefinition, { collection: 'dpopProofs', versionKey: false });
dpopProofSchema.index({ until: 1 }, { expireAfterSeconds: 0 });

/** The DPoP proofs that a gateway accepted lately. */
export function dpopProofModel(connection: Connection): Model<DpopProofRecord> {
  return connection.model<DpopProofRecord>('DpopProof', dpopProofSchema);
}
