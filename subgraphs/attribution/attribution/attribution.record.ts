import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

export const stances = ['ASSERTS', 'DISPUTES', 'RETRACTS'] as const;

const attributionDefinition = {
  _id: { type: String, required: true },
  /** CAIP-10, as the statement names the wallet. */
  walletId: { type: String, required: true },
  /** What it is found by: an EVM address counts on every EVM chain. */
  matchKey: { type: String, required: true },
  actorId: { type: String, required: true },
  stance: { type: String, enum: stances, required: true },
  /** GraphSense's id (confidence.ts), and its level, 0 to 100. */
  confidenceId: { type: String, required: true },
  confidence: { type: Number, required: true },
  /** How the source came to say so, in its words. */
  method: { type: String, required: true },
  /** First and last day that the wallet was the actor's, YYYY-MM-DD. Null: nobody says. */
  heldFrom: { type: String, default: null },
  heldTo: { type: String, default: null },
  /** Since when this statement could be known. */
  knownSince: { type: Date, required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

export type AttributionRecord = InferRawDocType<typeof attributionDefinition>;

/** Shard key, where one machine is not enough: `matchKey`. */
const attributionSchema = new Schema(attributionDefinition, {
  collection: 'attributions',
  versionKey: false,
});
attributionSchema.index({ matchKey: 1 });
attributionSchema.index({ actorId: 1 });

export function attributionModel(connection: Connection): Model<AttributionRecord> {
  return connection.model<AttributionRecord>(
    'Attribution',
    attributionSchema as unknown as Schema<AttributionRecord>,
  );
}
