import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

const aliasSchema = new Schema(
  {
    name: { type: String, required: true },
    /** As the list marks it: a weak alias confirms, and does not alert alone. */
    strength: { type: String, enum: ['STRONG', 'WEAK'] as const, required: true },
    kind: { type: String, enum: ['AKA', 'FKA', 'NKA'] as const, required: true },
    /** ISO 15924, such as Latn. */
    script: { type: String, required: true },
  },
  { _id: false },
);

const actorDefinition = {
  /** `ofac:43337`, `un:KPe.031`, `graphsense:binance`: where the id comes from, and the id there. */
  _id: { type: String, required: true },
  kind: {
    type: String,
    enum: ['PERSON', 'ORGANISATION', 'GROUP', 'VESSEL', 'AIRCRAFT'] as const,
    required: true,
  },
  name: { type: String, required: true },
  aliases: { type: [aliasSchema], required: true },
  /** The words of its names, folded: what `actors(search:)` looks in. */
  searchWords: { type: [String], required: true },
  sources: { type: [sourceSchema], required: true },
} as const satisfies SchemaDefinition;

export type ActorRecord = InferRawDocType<typeof actorDefinition>;

const actorSchema = new Schema(actorDefinition, { collection: 'actors', versionKey: false });
actorSchema.index({ searchWords: 1 });

export function actorModel(connection: Connection): Model<ActorRecord> {
  return connection.model<ActorRecord>('Actor', actorSchema as unknown as Schema<ActorRecord>);
}
