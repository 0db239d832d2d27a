import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { projectionFields } from '../projection/projectionFields.record';

/** A proposal of one person, or an emergency act, that another has to approve. */
const proposalDefinition = {
  _id: { type: String, required: true },
  /** The act: FREEZE, RELEASE, ... */
  command: { type: String, required: true },
  /** SHA-256, in hex, over the canonical JSON of the draft. */
  digest: { type: String, required: true },
  /** The act, as JSON. */
  draft: { type: String, required: true },
  proposer: { type: String, required: true },
  /** The issuer of the proposer's token; absent: proposed before it was recorded. */
  proposerIssuer: { type: String, required: false },
  proposerRoles: { type: [String], required: true },
  proposedAt: { type: Date, required: true },
  /** From this instant on nobody can decide it any more. */
  expires: { type: Date, required: true },
  accountIds: { type: [String], required: true },
  processIds: { type: [String], required: true },
  /** The measure that it makes or ends. */
  measureId: { type: String, default: null },
  /** Done already, by one person: it lapses unless it is confirmed. */
  emergency: { type: Boolean, required: true },
  outcome: { type: String, enum: ['APPROVED', 'REJECTED', null], default: null },
  checker: { type: String, default: null },
  checkerIssuer: { type: String, required: false },
  decidedAt: { type: Date, default: null },
  reason: { type: String, default: null },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type ProposalRecord = InferRawDocType<typeof proposalDefinition>;

const proposalSchema = new Schema<ProposalRecord>(proposalDefinition, {
  collection: 'proposals',
  versionKey: false,
});
proposalSchema.index({ outcome: 1, expires: 1 });
proposalSchema.index({ processIds: 1 });

export function proposalModel(connection: Connection): Model<ProposalRecord> {
  return connection.model<ProposalRecord>('Proposal', proposalSchema);
}
