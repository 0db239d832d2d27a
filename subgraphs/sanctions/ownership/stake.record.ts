import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

const stakeDefinition = {
  _id: { type: String, required: true },
  ownerId: { type: String, required: true },
  ownedId: { type: String, required: true },
  /** The least and the most that it can be, in millionths of the whole: 500,000 is one half. */
  least: { type: Number, required: true },
  most: { type: Number, required: true },
  validFrom: { type: String, default: null },
  validTo: { type: String, default: null },
  sources: { type: [sourceSchema], required: true },
} as const satisfies SchemaDefinition;

/** A share of one actor that another owns directly, as sources say. */
export type StakeRecord = InferRawDocType<typeof stakeDefinition>;

const stakeSchema = new Schema<StakeRecord>(stakeDefinition, { collection: 'stakes', versionKey: false });
stakeSchema.index({ ownedId: 1 });

export function stakeModel(connection: Connection): Model<StakeRecord> {
  return connection.model<StakeRecord>('Stake', stakeSchema);
}
