import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { evidenceKinds, relationshipKinds } from '../vocabulary/relationshipKinds';

const relationshipDefinition = {
  _id: { type: String, required: true },
  kind: { type: String, enum: relationshipKinds, required: true },
  fromId: { type: String, required: true },
  toId: { type: String, required: true },
  /** 0 to 100, on GraphSense's scale of confidence. */
  confidence: { type: Number, required: true },
  validFrom: { type: String, default: null },
  validTo: { type: String, default: null },
  /** The dates as the list writes them, where it gives only a month or a year. */
  validFromText: { type: String, default: null },
  validToText: { type: String, default: null },
  evidence: { type: String, enum: evidenceKinds, required: true },
  disputed: { type: Boolean, required: true },
  sources: { type: [sourceSchema], required: true },
} as const satisfies SchemaDefinition;

export type RelationshipRecord = InferRawDocType<typeof relationshipDefinition>;

const relationshipSchema = new Schema<RelationshipRecord>(relationshipDefinition, {
  collection: 'relationships',
  versionKey: false,
});
relationshipSchema.index({ fromId: 1 });
relationshipSchema.index({ toId: 1 });

export function relationshipModel(connection: Connection): Model<RelationshipRecord> {
  return connection.model<RelationshipRecord>('Relationship', relationshipSchema);
}
