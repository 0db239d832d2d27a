import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { actorKinds } from '../vocabulary/actorKinds';

const aliasSchema = new Schema(
  {
    name: { type: String, required: true },
    /** As the list marks it: a weak alias confirms, and does not alert by itself. */
    strength: { type: String, enum: ['STRONG', 'WEAK'] as const, required: true },
    kind: { type: String, enum: ['AKA', 'FKA', 'NKA'] as const, required: true },
    /** ISO 15924, such as Latn. */
    script: { type: String, required: true },
  },
  { _id: false },
);

/** The origin of an actor that no list has. */
export const actorOrigins = ['CASE', 'ACTORPACK', 'LABEL'] as const;

/** The facts of an ActorPack (GraphSense) about an actor beside its names, as published in the pack. */
const profileSchema = new Schema(
  {
    /** Title and creator of the pack. */
    title: { type: String, required: true },
    creator: { type: String, required: true },
    uri: { type: String, required: true },
    /** GraphSense's concepts, such as `exchange`. */
    categories: { type: [String], required: true },
    /** ISO 3166-1 alpha-2, as written. */
    jurisdictions: { type: [String], required: true },
    lastmod: { type: String, default: null },
    /** JSON, or null: other URIs, images, handles, ids elsewhere. */
    context: { type: String, default: null },
  },
  { _id: false },
);

/** The facts of an ActorPack, as `profile` holds them. */
export interface ActorProfile {
  readonly title: string;
  readonly creator: string;
  readonly uri: string;
  readonly categories: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly lastmod: string | null;
  readonly context: string | null;
}

const actorDefinition = {
  /** `ofac:43337`, `un:KPe.031`, `graphsense:binance`: where the id comes from, and the id there. */
  _id: { type: String, required: true },
  kind: {
    type: String,
    enum: actorKinds,
    required: true,
  },
  name: { type: String, required: true },
  aliases: { type: [aliasSchema], required: true },
  /** The words of its names, folded, in which `actors(search:)` searches. */
  searchWords: { type: [String], required: true },
  sources: { type: [sourceSchema], required: true },
  /** `ACTORPACK` and `LABEL` (a label of a wallet names it, and nothing more is known): not screened against. */
  origin: { type: String, enum: actorOrigins, default: 'CASE' },
  profile: { type: profileSchema, default: null },
} as const satisfies SchemaDefinition;

export type ActorRecord = Omit<InferRawDocType<typeof actorDefinition>, 'origin' | 'profile'> & {
  readonly origin?: (typeof actorOrigins)[number];
  readonly profile?: ActorProfile | null;
};

const actorSchema = new Schema<ActorRecord>(actorDefinition, { collection: 'actors', versionKey: false });
actorSchema.index({ searchWords: 1 });

export function actorModel(connection: Connection): Model<ActorRecord> {
  return connection.model<ActorRecord>('Actor', actorSchema);
}
