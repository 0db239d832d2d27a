import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { projectionFields } from '../projection/projectionFields.record';
import { disclosures, legalProcessKinds } from '../vocabulary/legalProcessKinds';

const legalProcessDefinition = {
  _id: { type: String, required: true },
  kind: { type: String, enum: legalProcessKinds, required: true },
  authority: { type: String, required: true },
  /** Of a designation: the law that it is under (law/laws.ts), where it was recorded (law.rules.ts). */
  law: { type: String, required: false },
  docket: { type: String, default: null },
  issued: { type: Date, default: null },
  /** The time at which it was served on the operator; null: never. */
  served: { type: Date, default: null },
  /** From when it is in force; null: from its service. */
  effective: { type: Date, default: null },
  /** From when it is no longer in force; null: without end. */
  expiry: { type: Date, default: null },
  /** Withdrawn by who issued it: `expiry` is when. */
  withdrawn: { type: Boolean, required: true },
  /** The accounts that it names. A tenant is shown its own only. */
  scope: { type: [String], required: true },
  /** The assets (CAIP-19) that it reaches; null: all. */
  assets: { type: [String], default: null },
  disclosure: { type: String, enum: disclosures, required: true },
  /** Of a licence: true where it asks for a report of acts under it. */
  reportRequired: { type: Boolean, required: false },
  /** True where the subject may be told. */
  mayNotify: { type: Boolean, required: true },
  /**
   * The callers who may know of a RESTRICTED one beside those whose role needs it: names as of
   * audienceName.ts.
   */
  audience: { type: [String], required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type LegalProcessRecord = InferRawDocType<typeof legalProcessDefinition>;

const legalProcessSchema = new Schema<LegalProcessRecord>(legalProcessDefinition, {
  collection: 'legal_processes',
  versionKey: false,
});

/** For processes hidden from a caller, which each page of proposals reads. */
legalProcessSchema.index({ disclosure: 1, audience: 1 });
legalProcessSchema.index({ mayNotify: 1, audience: 1 });

export function legalProcessModel(connection: Connection): Model<LegalProcessRecord> {
  return connection.model<LegalProcessRecord>('LegalProcess', legalProcessSchema);
}
