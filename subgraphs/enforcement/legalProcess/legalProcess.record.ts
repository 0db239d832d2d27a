import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { disclosures, legalProcessKinds } from './legalProcessKinds';

const legalProcessDefinition = {
  _id: { type: String, required: true },
  kind: { type: String, enum: legalProcessKinds, required: true },
  authority: { type: String, required: true },
  docket: { type: String, default: null },
  issued: { type: Date, default: null },
  /** When it was handed to us; null: never. */
  served: { type: Date, default: null },
  /** From when it is in force; null: from its service. */
  effective: { type: Date, default: null },
  /** From when it is no longer in force; null: without end. */
  expiry: { type: Date, default: null },
  /** The accounts that it names. Never shown: it would tell one tenant of another's. */
  scope: { type: [String], required: true },
  disclosure: { type: String, enum: disclosures, required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

export type LegalProcessRecord = InferRawDocType<typeof legalProcessDefinition>;

const legalProcessSchema = new Schema(legalProcessDefinition, {
  collection: 'legal_processes',
  versionKey: false,
});

export function legalProcessModel(connection: Connection): Model<LegalProcessRecord> {
  return connection.model<LegalProcessRecord>(
    'LegalProcess',
    legalProcessSchema as unknown as Schema<LegalProcessRecord>,
  );
}
